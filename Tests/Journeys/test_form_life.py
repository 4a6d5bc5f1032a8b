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
    with page.expect_response("**/concept*"):
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


def test_the_same_new_form_in_two_tabs_overwrites_nothing(new_page, people):
    first = Person(new_page(cookie=people.cookie(who.MEMBER)), "desktop")
    first.page.goto("/beheer/vacatures/nieuw")
    second = Person(first.page.context.new_page(), "desktop")
    second.page.goto(first.page.url)
    with first.page.expect_response("**/concept*"):
        first.fill({"Titel": "Eerste tab", "Omschrijving vacature": "Dit mag niet weg."})
    with second.page.expect_response("**/concept*"):
        second.fill({"Titel": "Tweede tab"})
    expect(second.page.locator("[data-autosaved]")).to_contain_text("Nog niet opgeslagen")
    expect(second.page.locator("[data-autosaved]")).to_be_in_viewport()
    second.click("Opslaan als concept", roles=("button",))
    second.sees("Deze vacature is intussen aangepast")
    second.sees("Dit mag niet weg.")
    expect(second.page.locator("[name=titel]")).to_have_value("Tweede tab")
    first.page.reload()
    expect(first.page.locator("[name=omschrijving]")).to_have_value("Dit mag niet weg.")


@pytest.mark.parametrize("variant", ["desktop", "noscript"])
def test_back_after_sending_in_changes_what_was_sent(new_page, people, variant):
    member = Person(new_page(variant, cookie=people.cookie(who.MEMBER)), variant)
    page = member.page
    page.goto("/beheer/vacatures")
    member.click("Vacature toevoegen")
    title = f"Soep roeren {variant}"
    member.fill({"Titel": title, "Omschrijving vacature": "Je roert.", "Wat zoeken en bieden wij": "Soep."})
    page.locator("[name=interesse]").first.check()
    page.locator("[name=inzet]").first.check()
    page.locator("[name=plaats]").fill("Borne")
    page.locator("[name=gemeente]").select_option("Borne")
    form = page.url
    member.click("Opslaan en insturen", roles=("button",))
    member.sees("De vacature staat in de wachtrij")
    page.go_back()
    assert page.url == form or page.url.split("?")[0].endswith("/bewerken")
    # The browser may have kept the form or may ask anew: then it is the vacancy that was sent.
    page.goto(form)
    member.sees("Deze vacature heb je al ingestuurd")
    page.locator("[name=titel]").fill(title + " op dinsdag")
    member.click("Opslaan en insturen", roles=("button",))
    member.sees(title + " op dinsdag")
    page.goto("/beheer/wachtrij")
    assert page.locator("main").inner_text().count(title) == 1
    # A new form is another vacancy.
    page.goto("/beheer/vacatures/nieuw")
    assert page.url != form and page.locator("[name=titel]").input_value() == ""


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
    page.wait_for_url("**/bedankt*")
    answer = page.go_back()
    assert answer.status == 200 and answer.request.method == "GET"
    visitor.sees("Reageren")
    expect(page.get_by_label("Naam")).to_be_visible()
    page.go_forward()
    visitor.sees("Bedankt")
