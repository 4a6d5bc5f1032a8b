"""A date of which one part was taken away is sent by a browser as if the field were empty: it is said, and what stood there stays."""

import people as who
from playwright.sync_api import expect


def test_a_date_typed_in_part_takes_nothing_away(new_page, people, installation):
    page = new_page("desktop", cookie=people.cookie(who.VOLUNTEER))
    page.goto("/mijn/profiel")
    field = page.locator("input[name=pauze]")
    field.fill("2027-01-10")
    page.get_by_role("button", name="Opslaan").first.click()
    page.wait_for_load_state()
    assert page.locator("input[name=pauze]").input_value() == "2027-01-10"
    field.focus()
    page.keyboard.press("Backspace")
    assert field.evaluate("one => one.validity.badInput"), "the browser shows a part of a date"
    assert field.input_value() == ""
    page.get_by_role("button", name="Opslaan").first.click()
    expect(page.locator(".error-summary")).to_be_visible()
    assert page.title().startswith("Fout"), page.title()
    stored = installation.sql(
        "select v.paused_until from volunteer v join account a on a.id = v.account_id"
        f" where a.email = '{who.VOLUNTEER}'"
    )
    assert stored == [("2027-01-10",)], stored
    # Emptied altogether it is taken away.
    page.goto("/mijn/profiel")
    page.locator("input[name=pauze]").fill("")
    page.get_by_role("button", name="Opslaan").first.click()
    page.wait_for_load_state()
    assert page.locator("input[name=pauze]").input_value() == ""
