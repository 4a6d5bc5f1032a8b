"""What comes after a match, and who is told: taken back, ended by the clock, asked again and declined."""

import datetime

from playwright.sync_api import expect

import people as who
from walk import Person

TITLE = "Ophaalrit op vrijdagochtend"


def test_each_side_hears_how_a_match_goes_on(new_page, people, mailbox, installation):
    volunteer = Person(new_page("phone", cookie=people.cookie(who.VOLUNTEER)), "phone")
    volunteer.page.goto("/vacatures?q=ophaalrit")
    volunteer.page.locator(".card a").first.click()
    volunteer.click("Reageren")
    volunteer.fill({"Bericht": "Ik rijd graag een rondje mee."})
    before = mailbox.mark()
    volunteer.click("Reactie versturen", roles=("button",))
    volunteer.sees("Bedankt voor je reactie")
    response = mailbox.one(who.OTHER_MEMBER, before, about=TITLE).link_to("/beheer/reacties/")

    member = Person(new_page(cookie=people.cookie(who.OTHER_MEMBER)), "desktop")
    member.page.goto(response)
    today = datetime.date.today()
    match(member, {"Begindatum": str(today)})
    mailbox.settle()
    before = mailbox.mark()
    member.sees("Fatma Demir krijgt dan een mail dat het een vergissing was")
    member.click("Maak het ongedaan", roles=("button",))
    member.sees("De match is ongedaan gemaakt. Fatma Demir krijgt er een mail over.")
    mail = mailbox.one(who.VOLUNTEER, before, about=TITLE)
    assert mail.subject.startswith("Een vergissing: nog geen match") and not mailbox.to(who.OTHER_MEMBER, before)
    volunteer.page.goto(mail.link_to("/mijn/reacties/"))
    volunteer.sees("Wacht op antwoord")

    match(member, {"Begindatum": str(today), "Einddatum": str(today + datetime.timedelta(7))})
    number = response.rsplit("/", 1)[1]
    yesterday = today - datetime.timedelta(1)
    installation.sql(
        f"update match set begins_on = '{yesterday}', ends_on = '{yesterday}' "
        f"where application_id = {number} and state = 'active'")
    before = mailbox.mark()
    installation.run_schedule()
    thanks = mailbox.one(who.VOLUNTEER, before, about="Bedankt voor alles")
    assert TITLE in thanks.text
    told = mailbox.one(who.OTHER_MEMBER, before, about="De match is afgelopen")
    assert "Fatma" not in told.subject + told.text, "no names in mails"
    member.page.goto(told.link_to("/beheer/reacties/"))
    expect(member.page.locator("main")).to_contain_text("Fatma")
    before = mailbox.mark()
    installation.run_schedule()
    mailbox.settle()
    assert not mailbox.to(who.VOLUNTEER, before), "told once"

    member.page.goto("/beheer/vacatures")
    member.page.get_by_role("link", name=TITLE).first.click()
    member.click("Deze mensen opnieuw uitnodigen")
    member.page.get_by_label("Fatma").check()
    member.fill({"Je bericht": "Rijd je weer mee?"})
    before = mailbox.mark()
    member.click("Uitnodigingen versturen", roles=("button",))
    volunteer.page.goto(mailbox.one(who.VOLUNTEER, before).link_to("/mijn/uitnodigingen/"))
    before = mailbox.mark()
    volunteer.click("Nu niet", roles=("button",))
    volunteer.sees("Bedankt voor je antwoord")
    planned = mailbox.one(who.OTHER_MEMBER, before, about="doet deze keer niet mee")
    member.page.goto(planned.link_to("/uitnodigen"))
    expect(member.page.locator("tr", has_text="Fatma").first).to_contain_text("Nu niet")


def match(member, fields):
    member.click("Doorzetten naar match")
    member.fill(fields)
    member.click("Match aanmaken", roles=("button",))
    member.sees("Het is een match")
