"""A film with captions is put on the site, plays, and loads nothing before somebody presses play."""

import base64

from playwright.sync_api import expect

import people as who
from walk import Person

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nZo schrijf je je in.\n"
# A real film of two seconds, made by the browser itself.
RECORD = """async () => {
    const canvas = Object.assign(document.createElement("canvas"), {width: 320, height: 180});
    const pen = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(25), {mimeType: "video/webm"});
    const parts = [];
    recorder.ondataavailable = event => parts.push(event.data);
    recorder.start();
    for (let frame = 0; frame < 50; frame++) {
        pen.fillStyle = `hsl(${frame * 7} 80% 40%)`;
        pen.fillRect(0, 0, 320, 180);
        await new Promise(done => setTimeout(done, 40));
    }
    await new Promise(done => { recorder.onstop = done; recorder.stop(); });
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
}"""


def test_a_film_with_captions(new_page, people):
    staff = Person(new_page(cookie=people.cookie(who.ADMINISTRATOR)), "desktop")
    staff.page.goto("/centrum/teksten")
    staff.click("Films")
    film = base64.b64decode(staff.page.evaluate(RECORD))
    assert film.startswith(b"\x1a\x45\xdf\xa3")
    staff.fill({"Titel": "Zo schrijf je je in"})
    staff.page.get_by_label("Bij het inschrijven van organisaties").check()
    staff.page.get_by_label("Film", exact=True).set_input_files({"name": "film.webm", "mimeType": "video/webm", "buffer": film})
    staff.click("Film toevoegen")
    staff.sees("Kies ook een bestand met ondertitels")
    staff.page.get_by_label("Film", exact=True).set_input_files({"name": "film.webm", "mimeType": "video/webm", "buffer": film})
    staff.page.get_by_label("Ondertitels", exact=True).set_input_files(
        {"name": "film.vtt", "mimeType": "text/vtt", "buffer": CAPTIONS.encode()})
    staff.click("Film toevoegen")
    staff.sees("Opgeslagen")
    staff.fill({"Titel": "Over vrijwilligerswerk", "Of het adres van een film op een andere website": "films.example/1"})
    staff.page.get_by_label("Bij de veelgestelde vragen").check()
    staff.click("Film toevoegen")
    staff.sees("https://films.example/1")

    visitor = Person(new_page("phone"), "phone")
    asked = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.page.goto("/inschrijven")
    video = visitor.page.locator("video")
    expect(video).to_be_visible()
    # Of a film of our own the captions may be there already: they are a few lines.
    assert not [url for url in asked if url.endswith(".webm")], "loaded before the click"
    video.evaluate("video => { video.muted = true; return video.play(); }")
    expect(video).to_have_js_property("ended", True, timeout=15000)
    assert [url for url in asked if url.endswith(".webm")]
    visitor.page.wait_for_function("() => document.querySelector('video').textTracks[0].cues?.length === 1")
    visitor.page.goto("/faq")
    expect(visitor.page.get_by_role("link", name="Over vrijwilligerswerk")).to_have_attribute("href", "https://films.example/1")
    visitor.sees("Opent films.example in een nieuw venster.")
    assert not [url for url in asked if "films.example" in url]

    address = video.locator("source").get_attribute("src")
    client = people.client()
    part = client.get(address, {"Range": "bytes=10-19"})
    assert part.status == 206 and part.body == film[10:20], part.status
    assert client.get(address).body == film
    assert client.get(address, {"Range": "bytes=99999999-"}).status == 416

    while staff.page.locator(".feed button.danger").count():
        staff.page.locator(".feed button.danger").first.click()
    staff.sees("Nog geen films")
