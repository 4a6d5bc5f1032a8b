"""Two profiles of one person: found, compared, made one, and taken back."""

import pytest

import people as who
from test_pages import bare, overflow, violations
from walk import Person


def looked_at(person):
    # What looks at a page is itself a script.
    if person.script:
        assert not list(violations(person.page)) and not overflow(person.page) and not bare(person.page)


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_two_profiles_become_one_and_two_again(variant, new_page, people, mailbox):
    mediator = Person(new_page(variant, cookie=people.cookie(who.MEDIATOR)), variant)
    page = mediator.page
    before = mailbox.mark()
    page.goto("/centrum/dubbele-profielen")
    mediator.sees("Dezelfde naam")
    looked_at(mediator)
    page.locator("tbody tr", has_text="g.nijhuis@post.example").get_by_role("link", name="Vergelijken").click()
    mediator.sees("Is dit één persoon?")
    looked_at(mediator)
    # The other way round keeps the other name; back again.
    page.get_by_role("link", name="Laat het andere profiel staan").click()
    page.get_by_role("link", name="Laat het andere profiel staan").click()
    page.get_by_label("g.nijhuis@post.example").check()
    page.get_by_label("Gerrit Nijhuis", exact=True).check()
    mediator.click("Voeg samen", roles=("button",))
    mediator.sees("De twee profielen zijn nu één.")
    looked_at(mediator)
    # With the other address nobody is let in, and nothing new is made.
    gerrit = Person(new_page(variant), variant)
    gerrit.page.goto("/inloggen")
    gerrit.fill({"E-mailadres": "gerrit.nijhuis@vrijwilliger.example", "Wachtwoord": who.PASSWORD})
    gerrit.click("Inloggen", roles=("button",))
    gerrit.sees("Je hebt nu één profiel.")
    # Back shows a page that is no more; nothing of it happens twice.
    page.go_back()
    page.goto("/centrum/dubbele-profielen?q=nijhuis")
    assert page.locator("[name=wie]").count() == 1
    mediator.sees("Samengevoegd in de laatste 14 dagen")
    page.get_by_role("button", name="Ongedaan maken").click()
    mediator.sees("Het zijn weer twee profielen.")
    # Two are chosen by name.
    page.goto("/centrum/dubbele-profielen?q=nijhuis")
    for box in page.locator("[name=wie]").all():
        box.check()
    mediator.click("Vergelijken", roles=("button",))
    mediator.sees("Is dit één persoon?")
    mailbox.settle()
    for address in ("g.nijhuis@post.example", "gerrit.nijhuis@vrijwilliger.example"):
        assert not mailbox.to(address, before)
