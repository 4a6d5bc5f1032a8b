"""A no and a withdrawal: with a reason, undone within ten minutes, told after them, and nobody is let go."""

import re

from playwright.sync_api import expect

import people as who
from walk import Person


def respond(new_page, people, about):
    """As Jelle, to the newest vacancy of these words. Returns him and the number of the response."""
    jelle = Person(new_page("phone", cookie=people.cookie("jelle@vrijwilliger.example")), "phone")
    jelle.page.goto(f"/vacatures?q={about}")
    jelle.page.locator(".card a").first.click()
    jelle.click("Reageren")
    jelle.fill({"Bericht": "Dit lijkt me mooi werk."})
    jelle.click("Reactie versturen")
    jelle.sees("Bedankt voor je reactie")
    return jelle, re.search(r"/reacties/(\d+)", jelle.page.url).group(1)


def test_a_no_is_undone_and_said_after_all(new_page, people, mailbox, installation):
    jelle, number = respond(new_page, people, "kookclub")
    own = jelle.page.url
    member = Person(new_page(cookie=people.cookie(who.MEMBER)), "desktop")
    before = mailbox.mark()

    def decline():
        member.page.goto(f"/beheer/reacties/{number}")
        member.unfold("Niet verder met deze persoon")
        member.click("Verstuur je bericht")
        member.sees("Kies een reden.")
        member.choose("Wat is de reden?", "De dagen en tijden passen niet bij wanneer jij kunt.")
        member.fill({"Schrijf er zelf iets bij": "Wat jammer, in het voorjaar begint een tweede groep."})
        member.click("Verstuur je bericht")
        member.sees("over tien minuten een mail")

    decline()
    jelle.page.goto(own)
    jelle.sees("Wacht op antwoord")
    expect(jelle.page.get_by_text("tweede groep")).to_have_count(0)
    member.page.reload()
    member.click("Maak het ongedaan")
    member.sees("heeft geen bericht gekregen")
    member.page.go_back()
    decline()
    installation.after_ten_minutes()
    letter = mailbox.one("jelle@vrijwilliger.example", since=before, about="Over je reactie")
    assert "De dagen en tijden passen niet bij wanneer jij kunt." in letter.text and "tweede groep" in letter.text
    assert letter.text.count("/vacatures/") == 2
    member.page.goto(f"/beheer/reacties/{number}")
    expect(member.page.get_by_role("button", name="Maak het ongedaan")).to_have_count(0)

    # The centre sees him, and he would rather look himself.
    desk = Person(new_page(cookie=people.cookie(who.DESK)), "desktop")
    desk.page.goto("/centrum")
    desk.click("Verder helpen")
    desk.click("Jelle Wolbers")
    desk.sees("Wat misschien past")
    jelle.page.goto(own)
    expect(jelle.page.get_by_role("heading", name="Wat je nu kunt doen")).to_be_visible()
    jelle.click("Nee, bedankt. Ik zoek zelf verder.")
    jelle.sees("We bellen of mailen je hier niet over.")
    desk.click("Geholpen")
    desk.sees("heeft geen hulp meer nodig")


def test_who_withdraws_says_why_if_she_likes(new_page, people, mailbox, installation):
    jelle, number = respond(new_page, people, "taalmaatje")
    before = mailbox.mark()
    for is_first in (True, False):
        jelle.unfold("Van gedachten veranderd?")
        jelle.choose("Waarom? Je hoeft het niet te zeggen.", "Het is te ver voor mij.")
        jelle.click("Ja, trek mijn reactie in")
        jelle.sees("Je reactie is ingetrokken")
        if is_first:
            jelle.click("Maak het ongedaan")
            jelle.sees("heeft geen bericht gekregen")
    installation.after_ten_minutes()
    [(owner,)] = installation.sql(
        "select c.email from application a join organisation_member m on m.organisation_id = a.organisation_id "
        f"join account c on c.id = m.account_id where a.id = {number} order by m.id limit 1")
    assert "te ver" not in mailbox.one(owner, since=before, about="ingetrokken").text, "why stands behind the log-in"
