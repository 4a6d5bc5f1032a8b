"""The vacancy coach: tips while typing, the same in the preview without a script, and the queue that sees the score."""

import pytest
from playwright.sync_api import expect

import people as who
from looks import labelled
from test_handover import looked_at
from walk import Person


def test_tips_that_come_late_move_nothing_from_under_a_finger(new_page, people):
    """She types, scrolls on to what she ticks next, and a moment later the tips appear above it."""
    member = Person(new_page("desktop", cookie=people.cookie(who.OTHER_MEMBER)), "desktop")
    member.page.goto("/beheer/vacatures/nieuw")
    tick = member.page.locator("input[name=interesse]").first
    member.fill({"Omschrijving vacature": "Je kookt soep.", "Wat zoeken en bieden wij": "Koffie."})
    # With the tips still in view: of what lies above it the browser takes care by itself.
    tick.evaluate("node => scrollBy({top: node.getBoundingClientRect().top - 200, behavior: 'instant'})")
    before = tick.bounding_box()["y"]
    expect(member.page.locator("form .coach")).to_contain_text("van 11 in orde")
    assert abs(tick.bounding_box()["y"] - before) < 3


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_tips_while_a_vacancy_is_written(variant, new_page, people):
    member = Person(new_page(variant, cookie=people.cookie(who.OTHER_MEMBER)), variant)
    member.page.goto("/beheer/vacatures/nieuw")
    member.sees("Terwijl je schrijft, of bij Voorbeeld, lees je wat meer reacties oplevert.")
    assert member.page.get_by_label(labelled("Plaats")).input_value(), "the organisation's own place stands there"
    member.fill({
        "Titel": "Samen koken", "Omschrijving vacature": "Je participeert in de keuken en je kookt soep voor de buurt.",
        "Wat zoeken en bieden wij": "Koffie."})
    if member.script:
        tips = member.page.locator("form .coach")
        expect(tips).to_contain_text("van 11 in orde")
        spoken = member.page.locator("[data-coach-said]")
        expect(spoken).to_contain_text("van 11 in orde")
    else:
        with member.page.expect_popup() as opened:
            member.click("Voorbeeld", roles=("button",))
        tips = opened.value.locator(".coach")
    tips.locator("summary", has_text="Kies woorden die iedereen kent").click()
    expect(tips).to_contain_text("participeert")
    expect(tips).to_contain_text("doet mee")
    expect(tips).to_contain_text("Vertel of vrijwilligers verzekerd zijn")
    if not member.script:
        return
    looked_at(member)
    before = tips.locator("[data-coach-score]").inner_text()
    member.fill({"Wat zoeken en bieden wij": "Je bent verzekerd. Je krijgt je reiskosten terug."})
    expect(tips.locator("[data-coach-score]")).not_to_have_text(before)
    expect(tips).not_to_contain_text("Vertel of vrijwilligers verzekerd zijn")
    # What was open stays open.
    assert tips.locator("details[open]").count() == 1
    # One press puts an example where it belongs, and the tip goes.
    tips.locator("summary", has_text="Vertel wie iemand wegwijs maakt").click()
    insert = tips.locator("details[open]", has_text="wegwijs").get_by_role("button", name="Zet in mijn tekst")
    offer = member.page.get_by_label(labelled("Wat zoeken en bieden wij"))
    # Pressed twice is once, and what was put there can be taken out as if it was typed.
    insert.dblclick()
    assert offer.input_value().count("De eerste keren loop je mee met") == 1
    member.page.keyboard.press("Control+z")
    assert "De eerste keren" not in offer.input_value()
    insert.click()
    assert offer.input_value().count("De eerste keren loop je mee met") == 1
    expect(tips).not_to_contain_text("Vertel wie iemand wegwijs maakt")
    # A fold is opened by who needs it, with the keyboard too.
    fold = member.page.locator("details.further", has_text="Dagen en tijden")
    fold.locator("summary").focus()
    member.page.keyboard.press("Enter")
    expect(fold.get_by_label("Dinsdag", exact=True)).to_be_visible()
    looked_at(member)
