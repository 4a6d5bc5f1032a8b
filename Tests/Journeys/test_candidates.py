"""The candidate pool from both sides: chosen with open eyes, found under another name, asked, answered."""

import re

import pytest
from playwright.sync_api import expect

import people as who
from walk import Person


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_found_asked_and_answered(variant, new_page, people, mailbox, installation):
    installation.sql("update pool_invitation set state = 'not_now'")
    installation.sql("delete from candidate_asked")
    volunteer = Person(new_page(variant, cookie=people.cookie("jelle@vrijwilliger.example")), variant)
    volunteer.page.goto("/mijn")
    volunteer.click("Kandidatenbank")
    alias = f"Lijn Negen {variant}"
    volunteer.fill({
        "De naam die organisaties zien": "Wolbers uit Borne",
        "Stel je in een paar regels voor": "Groot rijbewijs. Ik maak graag een praatje onderweg.",
    })
    volunteer.click("Bekijk hoe organisaties je zien", roles=("button",))
    expect(volunteer.page.locator(".error-summary")).to_contain_text("Aan “Wolbers” is te zien wie je bent.")
    volunteer.fill({"De naam die organisaties zien": alias})
    volunteer.click("Bekijk hoe organisaties je zien", roles=("button",))
    volunteer.sees("Dit is alles wat organisaties van je zien:")
    preview = volunteer.page.locator(".candidate").inner_text()
    assert "Vervoer" in preview and "Borne" in preview
    assert "Wolbers" not in preview and "7621" not in preview and "1957" not in preview
    volunteer.page.get_by_role("button", name=re.compile("^Ja, (opslaan|zet mij in de kandidatenbank)$")).click()
    volunteer.sees("Organisaties kunnen je nu vinden.")

    member = Person(new_page(variant, cookie=people.cookie(who.MEMBER)), variant)
    member.page.goto("/beheer/zoeken")
    member.page.get_by_role("navigation", name="Zoeken").get_by_role("link", name="Kandidatenbank").click()
    member.fill({"Wat zoek je?": "praatje onderweg"})
    member.click("Zoeken", roles=("button",))
    assert alias not in member.page.locator("main").inner_text(), "what only her page tells finds nobody"
    member.fill({"Wat zoek je?": alias})
    member.click("Zoeken", roles=("button",))
    card = member.page.locator(".candidate", has_text=alias)
    assert "praatje" not in card.inner_text(), "the rest is for who opens her, and she sees who did"
    card.get_by_role("link").click()
    member.heading(alias)
    # What organisations see is what she was shown.
    assert member.page.locator(".candidate").inner_text() == preview
    member.click("Uitnodiging versturen", roles=("button",))
    expect(member.page.locator(".error-summary")).to_contain_text("Kies voor welke vacature je iemand uitnodigt.")
    before = mailbox.mark()
    choice = member.page.get_by_label(re.compile("Voor welke vacature"))
    choice.select_option(index={"desktop": 1, "phone": 2, "noscript": 4}[variant])
    title = choice.locator("option:checked").inner_text()
    member.page.get_by_label(re.compile("Je bericht")).fill("We zoeken iemand die graag rijdt. Kom je kennismaken?")
    member.click("Uitnodiging versturen", roles=("button",))
    member.sees("De kandidaat krijgt een mail met je uitnodiging.")

    mail = mailbox.one("jelle@vrijwilliger.example", before, "leren kennen")
    assert "Kom je kennismaken?" in mail.text
    volunteer.page.goto(mail.link_to("/mijn/kandidatenbank/uitnodigingen/"))
    volunteer.sees("We zoeken iemand die graag rijdt.")
    volunteer.sees("Jelle Wolbers")
    before = mailbox.mark()
    volunteer.click("Ja, ik wil graag kennismaken", roles=("button",))
    volunteer.sees("Je zei ja")
    told = mailbox.one(who.MEMBER, before, "zegt ja")
    assert "Jelle" not in told.text and "Jelle" not in told.subject
    member.page.goto(told.link_to("/beheer/reacties/"))
    member.sees("Jelle Wolbers")
    member.sees("Uit de kandidatenbank")
    member.sees(title)
    volunteer.page.goto("/mijn/kandidatenbank")
    volunteer.sees("Wie jou vond in een lijst")
    volunteer.sees("Wie je profiel bekeek")
    volunteer.click("Haal mij uit de kandidatenbank", roles=("button",))
    volunteer.sees("Niemand vindt je daar nog.")
    member.page.goto(f"/beheer/kandidaten?q={alias.replace(' ', '+')}")
    assert alias not in member.page.locator("main").inner_text().split("Jullie uitnodigingen")[0]
    # For who comes next.
    installation.sql("update application set state = 'withdrawn' where channel = 'pool'")


def test_never_this_organisation(new_page, people):
    volunteer = Person(new_page(cookie=people.cookie(who.VOLUNTEER)), "desktop")
    volunteer.page.goto("/mijn/kandidatenbank")
    volunteer.page.locator(".feed a").first.click()
    volunteer.click("Nee, en nooit deze organisatie", roles=("button",))
    volunteer.sees("Je antwoord is verstuurd.")
    volunteer.page.goto("/mijn/kandidatenbank")
    volunteer.sees("Organisaties die je nooit zien")
    volunteer.page.get_by_role("button", name=re.compile("Mag me weer zien")).click()
    volunteer.sees("Deze organisatie mag je weer zien.")
