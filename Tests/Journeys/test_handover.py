"""Who looks after a vacancy, and what becomes of it when she leaves: nobody who responded is left with nobody."""

import pytest
from playwright.sync_api import expect

import people as who
from test_pages import bare, overflow, violations
from walk import Person


def looked_at(person):
    # What looks at a page is itself a script.
    if person.script:
        assert not list(violations(person.page)) and not overflow(person.page) and not bare(person.page)


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_whoever_leaves_hands_over(variant, new_page, people, mailbox):
    name, email = f"Els {variant.capitalize()}", f"els-{variant}@dewarmepan.example"
    owner = Person(new_page(variant, cookie=people.cookie(who.OTHER_MEMBER)), variant)
    before = mailbox.mark()
    owner.page.goto("/beheer/organisatie/mensen")
    owner.fill({"Naam": name, "E-mailadres": email})
    owner.page.get_by_label("Medewerker van de organisatie", exact=False).check()
    owner.click("Uitnodiging versturen", roles=("button",))
    els = Person(new_page(variant), variant)
    els.page.goto(mailbox.one(email, before).link_to("/actie/"))
    els.page.get_by_role("button", name="Ja", exact=False).click()
    els.fill({"Wachtwoord": "drie groene fietsen"})
    els.click("Wachtwoord instellen", roles=("button",))

    # Els looks after one of the vacancies, and hears of it.
    before = mailbox.mark()
    owner.page.goto("/beheer/vacatures")
    owner.page.locator("tbody tr", has_text="Online").locator("a").first.click()
    title = owner.page.get_by_role("heading", level=1).inner_text()
    owner.page.get_by_label("Aanspreekpunt", exact=True).select_option(label=name)
    looked_at(owner)
    owner.page.locator("form:has([name=aanspreekpunt]) button").click()
    owner.sees("Opgeslagen")
    owner.sees(f"{name} is vanaf nu het aanspreekpunt")
    assert title in mailbox.one(email, before, about="aanspreekpunt").text

    # Els goes on holiday: she hands over herself, and the others hear of it.
    before = mailbox.mark()
    els.page.goto("/beheer/organisatie/mensen")
    els.page.locator("tbody tr", has_text=name).get_by_role("link", name="Overdragen").click()
    els.sees("Je bent het aanspreekpunt van 1 vacature.")
    els.page.get_by_label("Iedereen", exact=False).check()
    els.click("Overdragen", roles=("button",))
    els.sees("Overgedragen.")
    mail = mailbox.one(who.OTHER_MEMBER, before, about="mails over")
    assert f"Tot nu toe was {name} het aanspreekpunt" in mail.text and title in mail.text
    owner.page.reload()
    owner.page.get_by_label("Aanspreekpunt", exact=True).select_option(label=name)
    owner.page.locator("form:has([name=aanspreekpunt]) button").click()
    owner.sees("Opgeslagen")

    # She leaves: first it is asked who goes on with it.
    owner.page.goto("/beheer/organisatie/mensen")
    row = owner.page.locator("tbody tr", has_text=name)
    expect(row).to_contain_text("1 vacature")
    looked_at(owner)
    row.locator("a.danger").click()
    owner.heading(f"{name} verwijderen")
    owner.sees(f"{name} is het aanspreekpunt van 1 vacature.")
    looked_at(owner)
    owner.click(f"Overdragen en {name} verwijderen", roles=("button",))
    expect(owner.page.locator(".error-summary")).to_contain_text("Kies wie het overneemt.")
    looked_at(owner)
    owner.page.get_by_label("Iedereen in de organisatie").check()
    owner.click(f"Overdragen en {name} verwijderen", roles=("button",))
    owner.sees("Deze collega kan niet meer inloggen voor jullie organisatie.")
    owner.page.goto("/beheer/vacatures")
    owner.page.get_by_role("link", name=title).first.click()
    owner.sees(f"omdat {name} wegging")
    els.page.goto("/beheer")
    els.heading("Inloggen")
