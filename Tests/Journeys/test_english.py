"""The slice by people who read English: register, find, respond; no Dutch word of ours on the way."""

import re

import pytest
from playwright.sync_api import expect

from looks import labelled, named
from walk import Person

# Words that only our own Dutch texts have; an organisation's Dutch stands in elements with their own `lang`.
DUTCH = re.compile(r"\b(het|een|van|niet|jouw|vacatures?|inschrijven|inloggen|reageren|versturen|bedankt)\b", re.IGNORECASE)
OURS = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent.closest("script, style, textarea, [lang]").lang === "en") texts.push(walker.currentNode.data);
    }
    return texts.join("\\n");
}"""


class Reader(Person):
    def reads_english(self):
        expect(self.page.locator("html")).to_have_attribute("lang", "en")
        # An address is no sentence: the one below a printed vacancy has Dutch words in it.
        texts = re.sub(r"https?://\S+", "", self.page.evaluate(OURS)).replace("WijkRijk Vrijwilligerswerk", "")
        found = DUTCH.findall(texts)
        assert not found, f"{self.page.url} says {found}"


@pytest.mark.parametrize("variant", ["desktop", "phone"])
def test_a_visitor_finds_and_responds(variant, new_page, mailbox):
    visitor = Reader(new_page(variant), variant)
    guest = f"sam.{variant}@mail.example"
    visitor.page.goto("/")
    visitor.click("English")
    visitor.arrives("/en")
    visitor.reads_english()
    visitor.page.locator("#q").fill("wandelen")
    visitor.click("Search", roles=("button",))
    visitor.reads_english()
    visitor.page.locator(".card a").first.click()
    visitor.reads_english()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_attribute("lang", "nl")
    visitor.click("Respond")
    visitor.reads_english()
    visitor.click("Respond without account")
    visitor.reads_english()
    visitor.fill({"Name": "Sam Reader", "Message": "I would love to join."})
    visitor.takes_time()
    visitor.click("Send response", roles=("button",))
    visitor.sees("Fill in your e-mail address or your telephone number")
    visitor.reads_english()
    visitor.fill({"E-mail address": guest})
    before = mailbox.mark()
    visitor.click("Send response", roles=("button",))
    visitor.sees("Thank you")
    visitor.reads_english()
    mail = mailbox.one(guest, before)
    assert mail.subject.startswith("Thank you") and "/en/actie/" in mail.html


def test_an_organisation_registers(new_page, mailbox):
    contact = Reader(new_page("desktop"), "desktop")
    contact.page.goto("/en")
    contact.click("Register", roles=("link",))
    contact.reads_english()
    contact.page.get_by_role("link", name=named("Register organisation")).first.click()
    contact.reads_english()
    contact.takes_time()
    contact.click("Complete registration", roles=("button",))
    contact.reads_english()
    contact.fill({
        "Name of the organisation": "English Tea Room", "Short description": "Tea and talk for newcomers.",
        "Postcode": "7622 AB", "Place": "Borne", "Municipality": "Borne", "E-mail address": "tea@room.example",
        "Telephone": "06 12345678"})
    contact.page.get_by_role("group", name=named("Contact person")).get_by_label(labelled("Name")).fill("Tess Tea")
    contact.page.locator("[name=voorwaarden]").check()
    before = mailbox.mark()
    contact.click("Complete registration", roles=("button",))
    contact.sees("Thank you for your registration")
    contact.reads_english()
    assert "the registration of your organisation" in mailbox.one("tea@room.example", before).text
