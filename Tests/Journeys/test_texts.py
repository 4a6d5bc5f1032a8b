"""The administrator puts mails and pages into the centre's own words, and visitors and receivers read them."""

import pytest
from playwright.sync_api import expect

import people as who
from walk import Person


# Somebody else each time: who just asked for a password gets no second mail.
@pytest.mark.parametrize("variant, member", [
    ("desktop", who.QUIET_MEMBER), ("phone", who.RESET_MEMBER), ("noscript", who.OTHER_MEMBER)])
def test_a_mail_in_own_words(variant, member, new_page, people, mailbox):
    staff = Person(new_page(variant, cookie=people.cookie(who.ADMINISTRATOR)), variant)
    staff.page.goto("/centrum")
    staff.click("Teksten")
    staff.click("Stel een nieuw wachtwoord in voor [Naam van het steunpunt]")
    staff.fill({"Onderwerp": "Nieuw wachtwoord, {{name}}", "Tekst": "Dag {{naam}}, hier is je link."})
    staff.click("Tekst opslaan")
    staff.sees("{{naam}} bestaat hier niet")
    assert staff.page.locator("[name=tekst]").input_value() == "Dag {{naam}}, hier is je link."
    staff.fill({"Tekst": f"Dag {{{{name}}}}, met de groeten uit {variant}."})
    staff.click("Laat een voorbeeld zien")
    staff.sees(f"Dag Sam Jansen, met de groeten uit {variant}.")
    staff.sees("Nieuw wachtwoord, Sam Jansen")
    staff.sees("Er is nog niets opgeslagen")
    staff.click("Tekst opslaan")
    staff.sees("In de volgende mail staat deze tekst")

    visitor = Person(new_page(variant), variant)
    visitor.page.goto("/wachtwoord/vergeten")
    visitor.click("Organisatie", roles=("button",))
    visitor.fill({"E-mailadres": member})
    visitor.click("Verstuur", roles=("button",))
    mail = mailbox.one(member, about=f"met de groeten uit {variant}")
    assert mail.subject.startswith("Nieuw wachtwoord, ") and "{" not in mail.subject, mail.subject

    staff.click("Gebruik de standaardtekst")
    staff.sees("Vanaf nu gebruiken we de standaardtekst")
    staff.click("Eerdere teksten")
    staff.page.get_by_role("link", name="Bekijk").first.click()
    staff.sees("Dit is de tekst van")
    assert staff.page.locator("[name=tekst]").input_value().endswith(f"groeten uit {variant}.")


@pytest.mark.parametrize("variant", ["desktop", "noscript"])
def test_a_page_of_the_centre_itself(variant, new_page, people):
    title = f"Over ons {variant}"
    staff = Person(new_page(variant, cookie=people.cookie(who.ADMINISTRATOR)), variant)
    staff.page.goto("/centrum/teksten")
    staff.click("Pagina toevoegen")
    staff.click("Op de site zetten")
    staff.sees("Schrijf een titel.")
    staff.fill({"Titel": title, "Tekst": "Wij zijn {{centre}}.\n\n## Wat we doen\n\n- [Vacatures](/vacatures)\n- <script>alert(1)</script>"})
    staff.click("Op de site zetten")
    staff.click("Bekijk de pagina")
    staff.heading(title)
    expect(staff.page.get_by_role("heading", level=2, name="Wat we doen")).to_be_visible()
    staff.sees("<script>alert(1)</script>")

    visitor = Person(new_page(variant), variant)
    visitor.looks_again("/", lambda body: body.locator("footer").get_by_role("link", name=title).count())
    visitor.page.locator("footer").get_by_role("link", name=title).click()
    visitor.sees("Wij zijn WijkRijk Vrijwilligerswerk.")
    visitor.page.goto("/en" + visitor.page.url.split(".localhost", 1)[1].split("/", 1)[1].join(["/", ""]))
    expect(visitor.page.locator("main [lang=nl] h1")).to_have_text(title)

    staff.page.goto("/centrum/teksten")
    staff.click(title)
    staff.click("Van de site halen", roles=("button",))
    staff.sees("De pagina staat niet meer op de site.")
    assert visitor.page.reload().status == 404
