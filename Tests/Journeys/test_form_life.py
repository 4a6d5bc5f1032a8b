"""A form lives as long as its page: a button that opens another tab leaves it as it was."""

import pytest
from playwright.sync_api import expect

import people as who
from walk import Person


def test_after_a_preview_the_form_still_saves(new_page, people):
    member = Person(new_page(cookie=people.cookie(who.MEMBER)), "desktop")
    page = member.page
    page.goto("/beheer/vacatures/nieuw")
    page.get_by_label("Titel").first.fill("Soep voor de buurt")
    for _ in range(2):
        with page.context.expect_page() as opened:
            member.click("Voorbeeld", roles=("button",))
        opened.value.close()
    form = page.locator("form[data-once]").filter(has=page.get_by_label("Titel"))
    expect(form).not_to_have_attribute("data-sent", "yes")
    # What was typed is not saved by looking at it: leaving asks.
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("location.href = '/beheer'")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    # It keeps itself.
    with page.expect_response("**/concept"):
        page.get_by_label("Titel").first.fill("Soep voor de buurt!")
    member.click("Opslaan als concept", roles=("button",))
    expect(page.locator("main")).to_contain_text("Soep voor de buurt")
    page.goto("/beheer/vacatures?lijst=concepten")
    expect(page.locator("main")).to_contain_text("Soep voor de buurt!")


def test_a_double_press_sends_once(new_page, people):
    member = Person(new_page(cookie=people.cookie(who.MEMBER)), "desktop")
    page = member.page
    page.goto("/beheer/vacatures/nieuw")
    page.get_by_label("Titel").first.fill("Tweemaal gedrukt")
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    member.find("button", "Opslaan als concept").dblclick()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("Tweemaal gedrukt")
    assert len(sent) == 1


@pytest.mark.parametrize("variant", ["desktop", "phone"])
def test_back_after_a_mended_mistake_opens_the_form(new_page, found, variant):
    visitor = Person(new_page(variant), variant)
    page = visitor.page
    page.goto(found["open"])
    visitor.click("Reageren")
    visitor.click("Reageren zonder account")
    visitor.fill({"Naam": "Gerda Terug"})
    visitor.takes_time()
    visitor.click("Reactie versturen", roles=("button",))
    visitor.sees("Vul je e-mailadres of je telefoonnummer in")
    visitor.fill({"Telefoon": "06 12 34 56 79"})
    visitor.takes_time()
    visitor.click("Reactie versturen", roles=("button",))
    page.wait_for_url("**/bedankt")
    answer = page.go_back()
    assert answer.status == 200 and answer.request.method == "GET"
    visitor.sees("Reageren")
    expect(page.get_by_label("Naam")).to_be_visible()
    page.go_forward()
    visitor.sees("Bedankt")
