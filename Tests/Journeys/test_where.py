"""Where, with whom and in which language: what an organisation says and a visitor filters by; and what neighbours share."""

import json
import re
import subprocess

import pytest
from playwright.sync_api import expect

import people as who
from walk import Person


def open_filters(person, *names):
    if person.phone:
        person.page.locator(".filter-panel > summary").click()
    for name in names:
        person.page.locator(".filters summary", has_text=re.compile(f"^{name}$")).click()


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_places_languages_and_groups(variant, new_page, people):
    member = Person(new_page(variant, cookie=people.cookie(who.MEMBER)), variant)
    member.page.goto("/beheer/vacatures/nieuw")
    member.fill({"Titel": f"Samen op pad ({variant})", "Ook in deze plaatsen": "Haaksbergen\nVerweggistan"})
    member.fill({"Grootste groep die kan komen helpen": "1"})
    # In the same fold, which stands open by now.
    member.page.get_by_label("Turks").check()
    member.click("Opslaan en insturen", roles=("button",))
    errors = member.page.locator(".error-summary")
    expect(errors).to_contain_text("We kennen “Verweggistan” niet.")
    expect(errors).to_contain_text("Vul een getal in van 2 tot en met 200.")
    member.fill({"Ook in deze plaatsen": "Haaksbergen\n7551", "Grootste groep die kan komen helpen": "6"})
    member.click("Opslaan als concept", roles=("button",))
    member.sees(f"Samen op pad ({variant})")
    member.click(f"Samen op pad ({variant})")
    # A draft opens where one left off.
    member.page.wait_for_url("**/bewerken")
    assert member.page.get_by_label("Ook in deze plaatsen").input_value().split() == ["Haaksbergen", "7551"]
    assert member.page.get_by_label("Grootste groep die kan komen helpen").input_value() == "6"
    expect(member.page.get_by_label("Turks")).to_be_checked()

    visitor = Person(new_page(variant), variant)
    visitor.page.goto("/vacatures")
    open_filters(visitor, "Meer filters")
    visitor.page.get_by_label("Met hoeveel zijn jullie?").fill("7")
    if visitor.script:
        visitor.page.get_by_label("Met hoeveel zijn jullie?").press("Tab")
    else:
        visitor.page.locator(".filters .show button").click()
    expect(visitor.page.locator(".chips")).to_contain_text("Met 7 mensen")
    expect(visitor.page.locator(".cards")).to_contain_text("Knotten op zaterdag")
    visitor.page.locator(".cards a", has_text="Knotten op zaterdag").click()
    visitor.sees("maximaal 8 mensen")

    visitor.page.goto("/vacatures?talen=tigrinya")
    visitor.sees("gezin dat net in Hengelo woont")
    visitor.page.goto("/vacatures?plaats=Eibergen&afstand=5")
    visitor.sees("Knotten op zaterdag")


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_neighbourhoods_of_a_file(variant, new_page, installation, tmp_path):
    """Made-up squares around Hengelo, west and east of its middle."""

    def square(name, west, east):
        ring = [[west, 52.2], [east, 52.2], [east, 52.33], [west, 52.33], [west, 52.2]]
        return {"type": "Feature", "properties": {"buurt": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}

    def load(features, *options, ok=True):
        file = tmp_path / "buurten.geojson"
        file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        command = [installation.binary, "centre", "neighbourhoods", "--centre", "borne", *options, file]
        done = subprocess.run(command, env=installation.settings, capture_output=True, text=True, timeout=60)
        assert (done.returncode == 0) == ok, done.stderr
        return done.stdout + done.stderr

    squares = [square("Het Westen", 6.70, 6.793), square("Het Oosten", 6.793, 6.90)]
    assert "property “name”" in load(squares, ok=False)
    assert "2 neighbourhoods" in load(squares, "--property", "buurt")
    try:
        visitor = Person(new_page(variant), variant)
        # The running server reads it within seconds.
        for _ in range(40):
            visitor.page.goto("/vacatures?gemeente=Hengelo")
            if visitor.page.locator("[name=buurt]").count() == 2 and visitor.page.locator(
                "label.option:has([name=buurt]):not(.none)"
            ).count():
                break
            visitor.page.wait_for_timeout(250)
        visitor.page.goto("/vacatures")
        open_filters(visitor, "Plaats")
        counts = {}
        for name in ("Het Westen", "Het Oosten"):
            label = visitor.page.locator("label.option", has_text=name)
            counts[name] = int(label.locator(".tally").inner_text())
        assert sum(counts.values()) > 3, counts
        for name in counts:
            visitor.page.locator("label.option", has_text=name).get_by_role("checkbox").check()
            if visitor.script:
                expect(visitor.page.locator(".chips")).to_contain_text(name)
        if not visitor.script:
            visitor.page.locator(".filters .show button").click()
        expect(visitor.page.locator("[data-part=summary]")).to_contain_text(f"{sum(counts.values())} vacatures")
        assert "buurt=Het%20Westen" in visitor.page.locator("link[rel=canonical]").get_attribute("href") or visitor.script
        visitor.page.locator(".chips a", has_text="Het Oosten").click()
        expect(visitor.page.locator("[data-part=summary]")).to_contain_text(f"{counts['Het Westen']} vacature")
    finally:
        installation.sql("delete from neighbourhood")


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_neighbours_share_when_both_want_to(variant, new_page, people, installation):
    def choose(page_of, cookie, centre, name, wanted):
        staff = Person(new_page(variant, centre, cookie), variant)
        staff.page.goto("/centrum/instellingen/buren")
        box = staff.page.get_by_role("checkbox", name=re.compile(name))
        box.check() if wanted else box.uncheck()
        staff.click("Wijzigingen opslaan", roles=("button",))
        staff.sees("Opgeslagen")
        return staff

    ours = people.cookie(who.ADMINISTRATOR)
    theirs = people.cookie(who.FLEMISH_ADMINISTRATOR, "hasselt")
    visitor = Person(new_page(variant), variant)
    try:
        staff = choose(visitor, ours, "borne", "Hasselt", True)
        staff.sees("Zij hebben jullie nog niet gekozen")
        visitor.page.goto("/vacatures?q=stadsbuddy")
        assert visitor.page.locator(".via").count() == 0
        staff = choose(visitor, theirs, "hasselt", "Wijkrijk", True)
        staff.sees("Jullie tonen elkaars vacatures")
        visitor.looks_again("/vacatures?q=stadsbuddy", lambda body: body.locator(".via").count())
        card = visitor.page.locator(".card", has_text="Stadsbuddy")
        expect(card.locator(".via")).to_contain_text("Op de website van ")
        card.locator("a").click()
        expect(visitor.page).to_have_url(re.compile(r"hasselt\.localhost:\d+/vacatures/\d+-stadsbuddy"))
        visitor.sees("Reageren")
    finally:
        choose(visitor, ours, "borne", "Hasselt", False)
        choose(visitor, theirs, "hasselt", "Wijkrijk", False)
    visitor.looks_again("/vacatures?q=stadsbuddy", lambda body: not body.locator(".via").count())
    assert visitor.page.locator(".via").count() == 0
