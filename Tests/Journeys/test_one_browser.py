"""One browser and two people: a couple, a library, a desk."""

import re

import pytest
from playwright.sync_api import expect

import people as who
from pictures import png
from walk import Person


@pytest.mark.parametrize("variant", ["desktop", "noscript"])
def test_an_open_form_is_not_saved_for_somebody_else(variant, new_page, people):
    """She left her profile open; he logged in; one of them presses save."""
    page = new_page(variant, cookie=people.cookie(who.VOLUNTEER))
    hers = Person(page, variant)
    page.goto("/mijn/profiel")
    hers.fill({"Iets over jezelf": "Dit gaat alleen mij aan."})
    page.context.clear_cookies()
    other = page.context.new_page()
    his = Person(other, variant)
    other.goto("/inloggen?terug=/mijn/profiel")
    his.fill({"E-mailadres": "jelle@vrijwilliger.example", "Wachtwoord": who.PASSWORD})
    his.click("Inloggen", roles=("button",))
    expect(other.get_by_label("Naam")).to_have_value(re.compile("Jelle"))
    hers.click("Wijzigingen opslaan", roles=("button",))
    hers.heading("Dit formulier is van iemand anders")
    hers.sees("Dit gaat alleen mij aan.")
    other.goto("/mijn/profiel")
    expect(other.get_by_label("Iets over jezelf")).not_to_have_value("Dit gaat alleen mij aan.")


def test_a_photograph_is_kept_with_the_draft_by_itself(new_page, people):
    """A photograph and its description, five seconds, a reload: both are there, and the file goes once."""
    page = new_page(cookie=people.cookie(who.MEMBER))
    member = Person(page, "desktop")
    page.clock.install()
    page.goto("/beheer/vacatures/nieuw")
    sent = []
    page.on("request", lambda request: request.method == "POST" and "concept" in request.url and sent.append(request))
    member.fill({"Titel": "Met een foto"})
    # The clock stands still, and a fold that moves open would never be.
    page.evaluate("document.querySelectorAll('main details').forEach(fold => fold.open = true)")
    page.locator("[name=foto-alt]").fill("Een pan soep")
    page.locator("[name=foto]").set_input_files({"name": "soep.png", "mimeType": "image/png", "buffer": png(800, 450)})
    page.clock.fast_forward(5000)
    expect(page.locator("[data-autosaved]")).to_contain_text("Opgeslagen als concept")
    expect(page.locator("[name=foto-id]")).not_to_have_value("")
    member.fill({"Omschrijving vacature": "Soep voor de buurt."})
    page.clock.fast_forward(5000)
    expect(page.locator("[data-autosaved]")).to_contain_text("Opgeslagen als concept")
    assert [("multipart" in request.headers["content-type"]) for request in sent] == [True, False]
    page.reload()
    expect(page.locator("[name=foto-alt]")).to_have_value("Een pan soep")
    expect(page.locator(".upload img")).to_have_count(1)
