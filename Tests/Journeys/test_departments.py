"""A large organisation with departments: add one, put somebody in it, place a vacancy under its name."""

import pytest
from playwright.sync_api import expect

import people as who
from walk import Person


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_a_vacancy_of_a_department(variant, new_page, people):
    name = f"Werkgroep {variant}"
    member = Person(new_page(variant, cookie=people.cookie(who.OTHER_MEMBER)), variant)
    member.page.goto("/beheer")
    member.click("Mijn organisatie")
    member.click("Afdelingen")
    member.click("Afdeling toevoegen")
    member.sees("Vul de naam van de afdeling in.")
    member.fill({"Naam": name})
    member.click("Afdeling toevoegen")
    member.sees("Opgeslagen")
    member.fill({"Naam": name.upper()})
    member.click("Afdeling toevoegen")
    member.sees("Er is al een afdeling met deze naam.")
    member.page.goto("/beheer/organisatie/mensen")
    member.page.get_by_label("Afdeling van", exact=False).first.select_option(label=name)
    member.page.locator("td form:has([name=afdeling]) button").first.click()
    member.sees("Opgeslagen")
    member.page.goto("/beheer/vacatures/nieuw")
    member.fill({"Titel": f"Hulp bij {name}", "Afdeling": name})
    member.page.get_by_role("button", name="Opslaan als concept").click()
    member.sees("Opgeslagen als concept")
    member.page.goto("/beheer/vacatures")
    member.page.get_by_label("Afdeling").select_option(label=name)
    member.click("Zoeken", roles=("button",))
    expect(member.page.locator("tbody tr")).to_have_count(1)
    member.sees(f"Hulp bij {name}")
    member.page.goto("/beheer/organisatie/afdelingen")
    row = member.page.locator("tbody tr", has=member.page.locator(f"[value='{name}']"))
    # Asked once more, with what follows.
    row.locator("summary.danger").click()
    expect(row).to_contain_text("Mail daarover gaat dan naar de hele organisatie. 1 collega van deze afdeling krijgt dan mail over alles.")
    row.locator("button.danger").click()
    member.sees("De afdeling is verwijderd.")
