"""Finding: words as people type them, filters with what each would give, distances; with script and without."""

import re

import pytest
from playwright.sync_api import expect

from walk import Person


def number(person):
    return int(re.search(r"\d+", person.page.locator("[data-part=summary]").inner_text()).group())


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_filters_say_what_they_give(variant, new_page):
    visitor = Person(new_page(variant), variant)
    visitor.page.goto("/vacatures")
    everything = number(visitor)
    if visitor.phone:
        visitor.page.locator(".filter-panel > summary").click()
    visitor.page.get_by_text("Hoe vaak", exact=True).click()
    once = visitor.page.locator("label.option", has_text="Af en toe")
    promised = int(once.locator(".tally").inner_text())
    assert 0 < promised < everything
    once.get_by_role("checkbox").check()
    if visitor.script:
        # Without a click on the button; the number is spoken and the focus stays where it was.
        expect(visitor.page.locator("[data-part=summary]")).to_contain_text(f"{promised} vacature")
        assert visitor.page.evaluate("document.activeElement.value") == "af-en-toe"
    else:
        visitor.page.locator(".filters .show button").click()
    assert number(visitor) == promised
    # A form without script also sends its empty fields; the page says which address is meant.
    canonical = visitor.page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical.endswith("/vacatures?inzet=af-en-toe") or visitor.script
    assert visitor.page.url.endswith("/vacatures?inzet=af-en-toe") or not visitor.script, visitor.page.url
    chip = visitor.page.locator(".chips a", has_text="Af en toe")
    expect(chip).to_be_visible()
    # Its own list is counted as if it had no filter: nothing there changed.
    assert int(visitor.page.locator("label.option", has_text="Af en toe").locator(".tally").inner_text()) == promised
    chip.click()
    expect(visitor.page.locator("[data-part=summary]")).to_contain_text(f"{everything} vacatures")


def test_a_tick_is_a_step_that_is_spoken_and_survives_a_tunnel(new_page):
    visitor = Person(new_page("desktop"), "desktop")
    visitor.page.goto("/vacatures")
    everything = number(visitor)
    once = visitor.page.locator("label.option", has_text="Af en toe")
    summary, spoken = visitor.page.locator("[data-part=summary]"), visitor.page.locator("[data-spoken]")
    visitor.page.get_by_text("Hoe vaak", exact=True).click()
    promised = int(once.locator(".tally").inner_text())
    visitor.page.context.set_offline(True)
    once.get_by_role("checkbox").check()
    expect(summary).to_contain_text("Geen verbinding")
    # On a phone only the button is in sight while somebody ticks.
    expect(visitor.page.locator(".filters .show button")).to_contain_text("Geen verbinding")
    expect(spoken).to_contain_text("Geen verbinding")
    visitor.page.context.set_offline(False)
    expect(summary).to_contain_text(f"{promised} vacature")
    expect(spoken).to_contain_text(f"{promised} vacature")
    expect(visitor.page.locator(".filters .show button")).to_contain_text(f"Toon {promised} vacature")
    expect(visitor.page).to_have_url(re.compile(r"\?inzet=af-en-toe$"))
    assert "af-en-toe" in visitor.page.locator("link[rel=canonical]").get_attribute("href")
    visitor.page.go_back()
    expect(visitor.page).to_have_url(re.compile("/vacatures$"))
    expect(summary).to_contain_text(f"{everything} vacatures")
    expect(visitor.page.locator("[name=inzet][value=af-en-toe]")).not_to_be_checked()


@pytest.mark.parametrize("variant", ["desktop", "noscript"])
def test_words_as_people_type_them(variant, new_page):
    visitor = Person(new_page(variant), variant)
    for typed, title in [
        ("taalmatje", "taalmaatje"), ("VOORLEZEN", "Voorlezer"), ("buschauffeur", "Chauffeur"), ("cafe", "koffie"),
        ("wandelaars", "wandel"), ("ik wil graag iets met dieren doen", "Boer"),
    ]:
        visitor.page.goto("/vacatures")
        visitor.page.locator("#q").fill(typed)
        visitor.click("Zoeken", roles=("button",))
        expect(visitor.page.locator(".cards").first).to_contain_text(re.compile(title, re.IGNORECASE))
    visitor.page.goto("/vacatures?q=chaufeur")
    visitor.sees("We vonden niets met “chaufeur”. Daarom zochten we op “chauffeur”.")


def test_words_are_offered(new_page):
    visitor = Person(new_page("desktop"), "desktop")
    visitor.page.goto("/")
    box = visitor.page.get_by_role("combobox", name="Wat wil je graag doen?")
    box.press_sequentially("ik wil wandel", delay=30)
    offers = visitor.page.locator("#woorden option")
    expect(offers.first).to_have_attribute("value", re.compile("^ik wil wandel"))
    assert 1 <= offers.count() <= 8


def test_the_list_follows_the_typing(new_page):
    visitor = Person(new_page("desktop"), "desktop")
    visitor.page.goto("/vacatures")
    box = visitor.page.locator("#q")
    box.press_sequentially("piano", delay=30)
    # What says the word first, then what has to do with it.
    expect(visitor.page.locator(".cards .card").first).to_contain_text("Pianist gezocht")
    expect(box).to_be_focused()
    expect(visitor.page.locator("[data-part=summary]")).to_contain_text("voor “piano”")
    assert "q=piano" in visitor.page.url
    visitor.page.reload()
    expect(visitor.page.locator(".cards .card").first).to_contain_text("Pianist gezocht")


@pytest.mark.parametrize("variant", ["phone", "noscript"])
def test_near_somewhere(variant, new_page):
    visitor = Person(new_page(variant), variant)
    visitor.page.goto("/vacatures")
    if visitor.phone:
        visitor.page.locator(".filter-panel > summary").click()
    visitor.page.get_by_text("Plaats", exact=True).click()
    visitor.fill({"Postcode of plaats": "Nergenshuizen"})
    submit(visitor)
    visitor.sees("Deze plaats kennen we niet.")
    field = visitor.page.get_by_label("Postcode of plaats")
    assert field.input_value() == "Nergenshuizen"
    if visitor.phone and not field.is_visible():
        visitor.page.locator(".filter-panel > summary").click()
    visitor.fill({"Postcode of plaats": "7621 KD", "Maximale afstand": "5 km"})
    submit(visitor)
    visitor.sees("5 km rond Borne")
    near = [float(km) for km in re.findall(r"· (\d+) km", visitor.page.locator(".cards").inner_text())]
    assert near == sorted(near) and all(km <= 5 for km in near), near
    few = number(visitor)
    if visitor.phone and not field.is_visible():
        visitor.page.locator(".filter-panel > summary").click()
    visitor.page.get_by_label("Ook wat je vanuit huis kunt doen").check()
    submit(visitor)
    visitor.sees("Ook vanuit huis")
    assert number(visitor) > few


def submit(visitor):
    """With script a changed field is enough, when it is left; a full page shows its answer in place."""
    if visitor.phone and not visitor.page.locator(".filters .show button").is_visible():
        visitor.page.locator(".filter-panel > summary").click()
    visitor.page.locator(".filters .show button").click()
    visitor.page.wait_for_load_state()


def test_nothing_found_says_what_to_leave_out(new_page):
    visitor = Person(new_page("desktop"), "desktop")
    visitor.page.goto("/vacatures?q=piano&interesse=dieren")
    visitor.sees("Deze keer niets gevonden")
    visitor.sees("Je vindt wel iets als je één van deze weglaat:")
    visitor.page.locator(".relax a", has_text="Dieren").click()
    expect(visitor.page.locator(".cards .card").first).to_contain_text("Pianist gezocht")


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_what_suits_somebody(variant, new_page):
    """A retired man in Borne who likes visiting, has no wish for animals and is free in the morning."""
    visitor = Person(new_page(variant), variant)
    visitor.page.goto("/")
    visitor.click("Ontdek wat bij je past")
    visitor.heading("Wat spreekt je aan?")
    everything = still(visitor)
    answer(visitor, "Maatje en bezoek", "Ouderen")
    assert 0 < still(visitor) < everything
    # Another question first, and Back keeps what was said.
    visitor.page.get_by_role("button", name="Waar", exact=True).click()
    visitor.heading("Waar wil je helpen?")
    visitor.fill({"Postcode of plaats": "Nergenshuizen"})
    answer(visitor)
    expect(visitor.page.locator(".error-summary")).to_contain_text("Deze plaats kennen we niet.")
    visitor.fill({"Postcode of plaats": "7621"})
    answer(visitor, "10 km")
    # Which question tells most depends on what is online that day; what he knows, he says.
    knows = {"Wat wil je graag doen?": ["Gezelschap en bezoek"], "Wanneer heb je tijd?": ["Ochtend", "Middag"]}
    while visitor.page.locator("form.panel").count():
        said = knows.pop(visitor.page.get_by_role("heading", level=1).inner_text().strip(), None)
        if said:
            answer(visitor, *said)
        else:
            visitor.click("Weet ik nog niet", roles=("button",))
    assert len(knows) < 2, "nothing was asked"
    visitor.heading("Dit past bij jou")
    assert visitor.page.locator(".suggestion").count() == 3
    visitor.sees("Wat je leuk vindt: Maatje en bezoek, Ouderen")
    first = visitor.page.locator(".suggestion").first
    expect(first).to_contain_text("Bezoekmaatje")
    expect(first.locator(".reason")).to_contain_text(re.compile("Omdat je koos voor maatje en bezoek en .+"))
    first.locator("summary").click()
    expect(first.locator(".fits")).to_contain_text("Jouw interesses: Maatje en bezoek, Ouderen")
    # What he says when he sees them.
    visitor.click("Iets wat ik liever niet wil")
    answer(visitor, "Dieren", "Ouderen")
    visitor.heading("Wat klopt?")
    answer(visitor, "Vind ik leuk")
    visitor.heading("Dit past bij jou")
    assert "Kinderboerderij" not in visitor.page.locator(".suggested").inner_text()
    # Nothing of it can be read in the address, and nobody got a cookie.
    found = visitor.page.url
    assert "/past-bij-jou/" in found and "maatje" not in found and "7621" not in found.split("/past-bij-jou/")[0]
    assert not visitor.page.context.cookies()
    # Back, forward, reload and a look at a vacancy: everything stays, and no form is sent again.
    asked = []
    visitor.page.on("request", lambda request: request.method == "POST" and asked.append(request.url))
    visitor.page.go_back()
    visitor.heading("Wat klopt?")
    visitor.page.go_back()
    visitor.heading("Wat wil je liever niet?")
    visitor.page.go_forward()
    visitor.page.go_forward()
    visitor.heading("Dit past bij jou")
    visitor.page.reload()
    visitor.page.locator(".suggestion a").first.click()
    visitor.page.go_back()
    visitor.heading("Dit past bij jou")
    assert visitor.page.url == found and not asked
    # One of them is not for him, and does not come again; another way on is a step that Back undoes.
    title = first.locator("h2, h3").first.inner_text()
    first.get_by_role("link", name=re.compile("Niet voor mij")).click()
    visitor.sees("Je hebt 1 vacature weggelegd.")
    assert title not in visitor.page.locator(".suggested").inner_text()
    visitor.click("Zet de laatste terug")
    expect(visitor.page.locator(".suggested")).to_contain_text(title)
    visitor.page.go_back()
    visitor.sees("Je hebt 1 vacature weggelegd.")
    visitor.page.go_back()
    visitor.page.locator(".refine a").first.click()
    visitor.heading("Dit past bij jou")
    visitor.page.go_back()
    visitor.page.locator(".answers a", has_text="Wat je leuk vindt").click()
    expect(visitor.page.get_by_label("Ouderen", exact=True)).to_be_checked()
    visitor.click("Bekijk ze")
    first.get_by_role("link", name="Reageren").click()
    visitor.sees("Reageren zonder account")


def still(visitor):
    """How many vacancies still suit."""
    return int(re.search(r"\d+", visitor.page.locator(".fitting").inner_text())[0])


def test_what_suits_is_passed_on_without_needs(new_page):
    """Who is sent the address sees what suits, and nothing of the age or the needs of who sent it."""
    sender = Person(new_page("phone"), "phone")
    sender.page.goto("/past-bij-jou?stap=letten-op")
    sender.fill({"Je leeftijd": "71"})
    answer(sender, "Rustige plek")
    while sender.page.locator("form.panel").count():
        answer(sender, *(["Dieren"] if sender.page.get_by_label("Dieren", exact=True).count() else []))
    address = sender.page.locator("[data-share]").get_attribute("data-share")
    said = address.split("?", 1)[1]
    assert "interesse=dieren" in said and "71" not in said and "rustig" not in said
    receiver = Person(new_page("desktop"), "desktop")
    receiver.page.goto("/past-bij-jou?" + said)
    receiver.heading("Dit past bij jou")
    receiver.sees("Wat je leuk vindt: Dieren")
    receiver.sees("Iemand gaf deze vacatures aan je door.")
    assert "Rustige plek" not in receiver.page.locator(".said").inner_text()


def answer(visitor, *labels):
    for label in labels:
        visitor.page.get_by_label(label, exact=True).check()
    visitor.page.locator("form.panel button[name=naar]").first.click()


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_the_map_shows_what_the_list_shows(variant, new_page):
    visitor = Person(new_page(variant), variant)
    asked = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.page.goto("/vacatures?interesse=ouderen")
    found = number(visitor)
    visitor.page.get_by_role("link", name="Kaart", exact=True).click()
    visitor.page.wait_for_load_state()
    # The list stays, for who does not see or use the map.
    assert number(visitor) == found and visitor.page.locator(".cards .card").count() == min(20, found)
    if not visitor.script:
        visitor.sees("Je ziet hier geen kaart, want JavaScript staat uit.")
        return
    box = visitor.page.locator("#kaart")
    expect(box).to_have_attribute("data-shown", re.compile("^[1-9]"))
    shown = int(box.get_attribute("data-shown"))
    home = len(visitor.page.locator(".cards .card", has_text="Van thuis uit").all())
    assert shown == found - home
    expect(box.locator("path.land")).not_to_have_count(0)
    # By keyboard to a sign, and open it: a cluster is opened, several at one place fan out, and the focus goes on with what came out.
    box.locator(".sign").first.focus()
    for _ in range(6):
        visitor.page.keyboard.press("Enter")
        visitor.page.wait_for_timeout(700)
        if box.locator(".leaflet-popup").count():
            break
        expect(box.locator(".sign:focus"), "the focus got lost").to_have_count(1)
    expect(box.locator(".leaflet-popup a[href*='/vacatures/']").first).to_be_visible()
    expect(box.locator(".leaflet-popup-close-button")).to_have_attribute("aria-label", "Sluiten")
    expect(box.get_by_role("button", name="Inzoomen")).to_be_visible()
    # In the popup at once, and back at its sign with Escape.
    expect(box.locator(".popup a")).to_be_focused()
    visitor.page.keyboard.press("Escape")
    expect(box.locator(".leaflet-popup")).to_have_count(0)
    expect(box.locator(".sign:focus")).to_have_count(1)
    # Another filter moves the map along.
    if visitor.phone:
        visitor.page.locator(".filter-panel > summary").click()
    visitor.page.get_by_text("Hoe vaak", exact=True).click()
    visitor.page.locator("label.option", has_text="Eenmalig").get_by_role("checkbox").check()
    expect(visitor.page.locator(".chips")).to_contain_text("Eenmalig")
    expect(box).not_to_have_attribute("data-shown", str(shown))
    assert "weergave=kaart" in visitor.page.url
    assert all("localhost" in url for url in asked), "nobody else is asked for anything"


def test_what_the_map_shows_can_be_searched(new_page):
    """Moved by hand, the map offers to search what it shows; list and map agree, Back takes it away, and so does its chip."""
    visitor = Person(new_page("desktop"), "desktop")
    visitor.page.goto("/vacatures?weergave=kaart")
    everything = number(visitor)
    box = visitor.page.locator("#kaart")
    expect(box).to_have_attribute("data-shown", re.compile("^[1-9]"))
    area = box.get_by_role("button", name="Zoek in dit gebied")
    expect(area).to_be_hidden()
    for _ in range(3):
        box.get_by_role("button", name="Inzoomen").click()
        visitor.page.wait_for_timeout(400)
    area.click()
    expect(visitor.page.locator(".chips")).to_contain_text("In dit gebied")
    found = number(visitor)
    assert 0 <= found < everything
    if found:
        expect(box).to_have_attribute("data-shown", str(found))
    visitor.page.locator(".chips a", has_text="In dit gebied").click()
    expect(visitor.page.locator(".chips")).to_have_count(0)
    assert number(visitor) == everything and "weergave=kaart" in visitor.page.url
    visitor.page.go_back()
    expect(visitor.page.locator(".chips")).to_contain_text("In dit gebied")
    # Where nothing is, the way out is the area.
    visitor.page.goto("/vacatures?weergave=kaart&gebied=51.6,7.02,51.9,7.3")
    visitor.page.locator(".relax a", has_text="In dit gebied").click()
    assert number(visitor) == everything


@pytest.mark.parametrize("variant", ["desktop", "noscript"])
def test_days_age_and_what_is_new(variant, new_page):
    visitor = Person(new_page(variant), variant)
    visitor.page.goto("/vacatures")
    everything = number(visitor)
    for fold, label, name in [("Dagen", "Vrijdag", "dag=vrijdag"), ("Meer filters", "Deze week geplaatst", "nieuw=1")]:
        visitor.page.goto("/vacatures")
        visitor.page.get_by_text(fold, exact=True).click()
        visitor.page.locator("label.option", has_text=label).get_by_role("checkbox").check()
        submit(visitor)
        expect(visitor.page.locator(".chips")).to_contain_text(label)
        assert 0 < number(visitor) < everything
        assert name in visitor.page.locator(".keep-search").inner_html().replace('name="', "").replace('" value="', "=")
    visitor.page.goto("/vacatures")
    visitor.page.get_by_text("Meer filters", exact=True).click()
    visitor.page.get_by_label("Je leeftijd").fill("11")
    submit(visitor)
    expect(visitor.page.locator(".chips")).to_contain_text("11 jaar")
    assert 0 < number(visitor) < everything


@pytest.mark.parametrize("variant", ["desktop", "noscript"])
def test_an_administrator_says_what_a_word_means(variant, new_page):
    """A word that nothing says, and the next visitor who types it."""
    word = "zwoefel" if variant == "desktop" else "noaberkoffie"
    visitor = Person(new_page(variant), variant)
    visitor.page.goto(f"/vacatures?q={word}")
    visitor.sees("niets gevonden")
    staff = Person(new_page(variant), variant)
    staff.log_in("marjan@wijkrijk.example", "samen voor de buurt")
    staff.page.goto("/centrum/instellingen/zoeken")
    field = staff.page.get_by_label("Eén woord per regel")
    field.fill(field.input_value() + f"\n{word} > Buurt en ontmoeting")
    staff.click("Wijzigingen opslaan", roles=("button",))
    expect(staff.page.get_by_label("Eén woord per regel")).to_have_value(re.compile(f"{word} > Buurt en ontmoeting"))
    visitor.page.reload()
    expect(visitor.page.locator(".cards .card").first).to_be_visible()
