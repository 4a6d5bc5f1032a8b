"""The core path with Tab, Enter, Space and arrows only; the focus is always visible and on the screen."""

import re

import pytest
from playwright.sync_api import expect

import people as who
from looks import STILL, labelled, named
from walk import Person

# The ring may be on the element, or on what surrounds it (a card, a search field).
FOCUSED = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const ringed = element => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    // The calendar button inside a date field has the browser's own ring.
    let ring = at.matches("input[type=date]:not(:focus)"), level = 0;
    for (let up = at; up && level < 4; up = up.parentElement, level += 1) ring ||= ringed(up);
    const box = at.getBoundingClientRect();
    const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const x = Math.min(box.left + Math.min(box.width, 60) / 2, innerWidth - 1);
    const y = Math.min(box.top + Math.min(box.height, 30) / 2, innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const mine = !top || at.contains(top) || top.contains(at) || top.closest("label")?.contains(at) || at.matches(".card a");
    return { html: at.outerHTML.slice(0, 120), ring, seen, behind: mine ? "" : top.outerHTML.slice(0, 120) };
}"""


class Keyboard:
    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, target, most=120):
        """Presses Tab until the target has the focus; every stop on the way must be visible."""
        for _ in range(most):
            self.press("Tab")
            self.page.evaluate(STILL)
            at = self.page.evaluate(FOCUSED)
            if at is None:
                continue
            assert at["seen"], f"the focus is off the screen: {at['html']}"
            assert at["ring"], f"the focus cannot be seen: {at['html']}"
            assert not at["behind"], f"the focus is behind {at['behind']}: {at['html']}"
            if target.count() and target.first.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"Tab does not reach {target}")

    def tab_and_type(self, label, text):
        self.tab_to(self.page.get_by_label(labelled(label)))
        self.page.keyboard.type(text)

    def link(self, label):
        return self.page.get_by_role("link", name=named(label))

    def button(self, label):
        return self.page.get_by_role("button", name=named(label))

    def follow(self, target, key="Enter"):
        self.tab_to(target)
        with self.page.expect_navigation():
            self.press(key)


@pytest.fixture
def keyboard(new_page):
    return Keyboard(new_page("desktop"))


def test_skip_link(keyboard):
    keyboard.page.goto("/vacatures")
    keyboard.press("Tab")
    assert keyboard.link("Naar de inhoud").evaluate("e => e === document.activeElement && e.getBoundingClientRect().top >= 0")
    keyboard.press("Enter")
    expect(keyboard.page).to_have_url(re.compile("#inhoud$"))
    keyboard.press("Tab")
    assert keyboard.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_visitor_responds(keyboard, mailbox):
    page = keyboard.page
    page.goto("/")
    keyboard.tab_to(page.locator("#q"))
    page.keyboard.type("maatje")
    with page.expect_navigation():
        keyboard.press("Enter")
    keyboard.follow(page.locator(".card a"))
    keyboard.follow(keyboard.link("Reageren"))
    keyboard.follow(keyboard.link("Reageren zonder account"))
    keyboard.tab_and_type("Naam", "Toets Enbord")
    keyboard.tab_and_type("E-mailadres", "toets@enbord.example")
    keyboard.tab_and_type("Bericht", "Zonder muis.")
    Person(page, "desktop").takes_time()
    before = mailbox.mark()
    keyboard.follow(keyboard.button("Reactie versturen"), "Space")
    assert page.url.endswith("/bedankt")
    mailbox.one("toets@enbord.example", before)


def test_member_places_a_vacancy(keyboard, mailbox):
    page = keyboard.page
    page.goto("/")
    keyboard.follow(keyboard.link("Inloggen"))
    keyboard.tab_and_type("E-mailadres", who.MEMBER)
    keyboard.tab_and_type("Wachtwoord", who.PASSWORD)
    keyboard.follow(keyboard.button("Inloggen"))
    keyboard.follow(keyboard.link("Vacature toevoegen"))
    keyboard.tab_and_type("Titel", "Met het toetsenbord")
    keyboard.tab_and_type("Omschrijving vacature", "Tikken.")
    keyboard.tab_and_type("Wat zoeken en bieden wij", "Toetsen.")
    keyboard.tab_to(page.locator("[name=interesse]"))
    keyboard.press("Space")
    keyboard.tab_to(page.locator("[name=inzet]"))
    keyboard.press("Space", "ArrowDown")
    keyboard.tab_and_type("Plaats", "Borne")
    keyboard.tab_and_type("Gemeente", "Borne")
    before = mailbox.mark()
    keyboard.follow(keyboard.button("Opslaan en insturen"))
    assert "melding=ingestuurd" in page.url, page.locator(".error-summary").inner_text()
    mailbox.one(who.ADMINISTRATOR, before, about="Met het toetsenbord")
    keyboard.tab_to(page.locator(".bar-user summary"))
    keyboard.press("Enter")
    keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.bar-user summary')"), "Escape gives the focus back"
    keyboard.press("Enter")
    keyboard.follow(keyboard.button("Uitloggen"))
    assert page.url.endswith(".localhost:" + page.url.split(":")[2].split("/")[0] + "/")


def test_errors_take_the_focus(keyboard):
    page = keyboard.page
    page.goto("/inloggen")
    keyboard.follow(keyboard.button("Inloggen"))
    # A browser gives it when it draws the page, which a busy machine does later.
    expect(page.locator(".error-summary")).to_be_focused()
    keyboard.press("Tab", "Enter")
    assert page.evaluate("document.activeElement.id") == "email"
