"""What the centre's people do beside the queue: work on behalf of an organisation, put in the spotlight, keep terms."""

import datetime
import re

import pytest
from playwright.sync_api import expect

import people as who
from walk import Person


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_on_behalf_of_an_organisation(variant, new_page, people, found):
    staff = Person(new_page(variant, cookie=people.cookie(who.MEDIATOR)), variant)
    staff.page.goto("/centrum/organisaties?q=haverveldje")
    staff.page.locator("tbody a").first.click()
    staff.click("Namens de organisatie werken")
    staff.page.wait_for_url(re.compile(r"/beheer\?voor=\d+$"))
    staff.sees("Je werkt namens Kinderboerderij Het Haverveldje")
    staff.click("Mijn organisatie")
    staff.fill({"Korte omschrijving": f"Dieren en mensen, aangevuld aan de balie ({variant})."})
    staff.click("Wijzigingen opslaan")
    staff.sees("Bezoekers zien de nieuwe tekst")
    staff.click("Terug naar mijn eigen werk")
    staff.sees("Laatste wijziging")
    staff.sees(f"aangevuld aan de balie ({variant})")
    assert staff.page.goto("/beheer").status == 404

    administrator = Person(new_page(variant, cookie=people.cookie(who.ADMINISTRATOR)), variant)
    administrator.page.goto("/centrum/logboek?q=organisatie+aangepast")
    administrator.sees("namens de organisatie")


def test_the_spotlight_on_the_home_page(new_page, people, found):
    staff = Person(new_page(cookie=people.cookie(who.MEDIATOR)), "desktop")
    staff.page.goto(f"/centrum/vacatures/{found['published']}")
    title = staff.page.get_by_role("heading", level=1).inner_text()
    staff.click("Uitlichten")
    staff.sees("De vacature staat vooraan op de startpagina.")
    visitor = Person(new_page("phone"), "phone")
    visitor.page.goto("/")
    spotlight = visitor.page.locator("section", has=visitor.page.get_by_role("heading", name="Uitgelicht"))
    expect(spotlight.get_by_role("link", name=title)).to_be_visible()
    staff.click("Niet meer uitlichten")
    visitor.page.reload()
    expect(spotlight.get_by_role("link", name=title)).to_have_count(0)


def test_terms_are_previewed_before_they_are_kept(new_page, people):
    staff = Person(new_page(cookie=people.cookie(who.ADMINISTRATOR)), "desktop")
    staff.page.goto("/centrum/instellingen")
    staff.click("Bewaartermijnen")
    staff.sees("Wat er komende nacht weggaat")
    staff.fill({"Regels van het logboek": "10"})
    staff.click("Laat zien wat er weggaat")
    staff.sees("Vul een getal in van 365 tot en met 730.")
    staff.fill({"Regels van het logboek": "365", "Verstuurde mails in het postvak uit": "30"})
    staff.click("Laat zien wat er weggaat")
    staff.sees("Die zijn nog niet opgeslagen.")
    staff.click("Deze termijnen opslaan")
    staff.sees("Vanaf komende nacht gelden deze termijnen.")
    staff.fill({"Verstuurde mails in het postvak uit": "90"})
    staff.click("Laat zien wat er weggaat")
    staff.click("Deze termijnen opslaan")


def test_a_double_is_merged(new_page, people):
    staff = Person(new_page(cookie=people.cookie(who.MEDIATOR)), "desktop")
    staff.page.goto("/centrum/organisaties?q=waslicht")
    staff.page.locator("tbody a").first.click()
    old = staff.page.url.rsplit("/", 1)[1]
    staff.click("Staat deze organisatie er dubbel in? Samenvoegen")
    staff.sees("Geen organisatie lijkt op deze")
    staff.page.get_by_role("searchbox").fill("lindeblad")
    staff.click("Zoeken", roles=("button",))
    staff.page.get_by_role("link", name="Kies").click()
    staff.sees("2 vacatures")
    staff.sees("Dit kun je niet terugdraaien.")
    staff.click("Samenvoegen met Bijna-thuis-huis Het Lindeblad", roles=("button",))
    staff.heading("Bijna-thuis-huis Het Lindeblad")
    staff.sees("Alles staat nu bij deze organisatie.")

    visitor = Person(new_page(), "desktop")
    visitor.page.goto(f"/organisaties/{old}-stilteplek-het-waslicht")
    visitor.heading("Bijna-thuis-huis Het Lindeblad")
    visitor.sees("Breng de zondagse bloemen")


@pytest.mark.parametrize("variant", ["desktop", "noscript"])
def test_holidays_are_told(variant, new_page, people):
    today = datetime.date.today()
    member = Person(new_page(variant, cookie=people.cookie(who.QUIET_MEMBER)), variant)
    member.page.goto("/beheer/organisatie")
    member.click("Vakanties")
    member.sees("Nog geen vakantie gepland")
    member.click("Vakantie toevoegen")
    member.sees("Vul de eerste dag in.")
    member.fill({"Eerste dag": today.isoformat(), "Laatste dag": (today + datetime.timedelta(days=6)).isoformat()})
    member.click("Vakantie toevoegen")
    member.sees("Opgeslagen")

    visitor = Person(new_page(variant), variant)
    visitor.page.goto("/vacatures?q=geiten")
    visitor.page.locator(".card a").first.click()
    visitor.sees("Kinderboerderij Het Haverveldje is er tot en met")
    visitor.click("Reageren")
    visitor.sees("maar het antwoord kan langer duren")
    member.page.locator(".feed button").first.click()
    member.sees("Nog geen vakantie gepland")

    staff = Person(new_page(variant, cookie=people.cookie(who.ADMINISTRATOR)), variant)
    staff.page.goto("/centrum/instellingen")
    staff.click("Vakanties")
    staff.fill({"Eerste dag": (today + datetime.timedelta(days=3)).isoformat(), "Laatste dag": (today + datetime.timedelta(days=9)).isoformat()})
    staff.click("Vakantie toevoegen")
    visitor.looks_again("/", lambda body: "We zijn dicht van" in body.inner_text())
    expect(visitor.page.locator("footer")).to_contain_text("We zijn dicht van")
    staff.page.locator(".feed button").first.click()
    staff.sees("Nog geen vakantie gepland")


def test_an_organisation_is_asked_for_more(new_page, people, mailbox):
    staff = Person(new_page("phone", cookie=people.cookie(who.MEDIATOR)), "phone")
    staff.page.goto("/centrum/organisaties?q=schroef")
    staff.page.locator("tbody a").first.click()
    staff.page.get_by_text("Vraag om meer", exact=True).click()
    staff.click("Vraag versturen", roles=("button",))
    staff.sees("Schrijf wat je wilt weten.")
    staff.fill({"Vraag": "Hebben jullie een vaste plek, en wie is er bij?"})
    staff.click("Vraag versturen", roles=("button",))
    staff.sees("De organisatie krijgt een mail met je vraag.")
    staff.sees("Hebben jullie een vaste plek")
    mail = mailbox.one("jaap@schroefendraad.example", about="een vaste plek")
    assert mail.reply_to and "inschrijving" in mail.subject
    staff.click("Activiteit")
    staff.sees("Vraag gesteld")
