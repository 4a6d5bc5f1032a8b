"""The handbook, step by step, by a new organisation, the centre, a guest and a volunteer."""

import pytest
from playwright.sync_api import expect

from story_archive import Handbook
from walk import Person


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_handbook(variant, new_page, mailbox):
    story = Handbook(variant, new_page, mailbox)
    story.visit()
    story.register()
    story.approve()
    story.set_password()
    story.log_in_again()
    story.change_organisation()
    story.place_vacancy()
    story.publish()
    story.respond_as_guest()
    story.register_volunteer()
    story.respond_with_account()
    story.read_responses()
    story.answer()
    story.match()
    story.find_everything()
    story.invite_again()
    story.read_manual()
    story.archive()
    story.delete()


@pytest.mark.parametrize("how", ["click", "Enter", "Space"])
def test_menu_sign_on_a_phone_without_script(how, new_page):
    person = Person(new_page("phone-noscript"), "phone-noscript")
    person.page.goto("/")
    sign = person.page.locator("header summary").locator("visible=true").last
    if how == "click":
        sign.click()
    else:
        sign.focus()
        person.page.keyboard.press(how)
    for label in ("Vacatures", "FAQ", "Inloggen", "Inschrijven"):
        expect(person.find("link", label)).to_be_visible()
