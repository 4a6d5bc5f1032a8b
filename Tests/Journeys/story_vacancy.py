"""The second half of the handbook walk. Numbers in comments are the steps of the handbook."""

import datetime
import time

from playwright.sync_api import expect

import people as who
from looks import is_green, labelled, named, painted
from story_registration import Registration

FIELDS = ["Titel", "Omschrijving vacature", "Wat zoeken en bieden wij", "Publiceren t/m"]


class Story(Registration):
    """Steps 41 to 43, 46 to 51, 68, 70 and 83: a vacancy is placed and approved, and somebody responds."""

    def place_vacancy(self):
        o = self.organisation
        o.click("Dashboard")
        assert is_green(painted(o.find("link", "Vacature toevoegen")))  # 41
        o.click("Vacature toevoegen")
        for label in FIELDS:  # 42
            expect(o.page.get_by_label(labelled(label))).to_be_visible()
        tips = o.page.locator(".tip").all_inner_texts()  # 43
        assert len(tips) == 2 and all("meer reacties" in tip for tip in tips), tips
        today = datetime.date.today()
        o.fill({
            "Titel": self.title, "Omschrijving vacature": "Wandelen door het Bornse land.\n\nMet koffie na.",
            "Wat zoeken en bieden wij": "Iemand die graag buiten is. Wij betalen de koffie.", "Plaats": "Borne",
            "Gemeente": "Borne", "Publiceren t/m": str(today - datetime.timedelta(1))})
        for group in ("Interesses", "Hoe vaak"):
            o.page.get_by_role("group", name=named(group)).locator("label").first.click()
        o.click("Opslaan en insturen", roles=("button",))  # 46: that day has passed
        expect(o.page.locator(".error-summary a")).to_have_count(1)
        assert o.page.get_by_label(labelled("Titel")).input_value() == self.title
        before = self.mailbox.mark()
        o.page.get_by_label(labelled("Publiceren t/m")).fill(str(today + datetime.timedelta(30)))
        o.click("Opslaan en insturen", roles=("button",))  # 47
        o.sees("wachtrij")
        o.click("Dashboard")
        o.click("Wachtrij")
        expect(o.find("link", self.title)).to_be_visible()
        self.search()
        expect(self.visitor.find("link", self.title)).to_have_count(0)
        self.vacancy = self.mailbox.one(who.ADMINISTRATOR, before, about=self.title).link_to("/centrum/vacatures/")  # 48

    def publish(self):
        a, v = self.centre, self.visitor
        a.page.goto("/centrum")  # 49
        a.click(self.title)
        a.click("Accorderen")
        a.sees("Online")
        self.search()  # 50
        v.click(self.title)
        v.heading(self.title)  # 51
        v.sees(self.description)

    def respond(self):
        v, o = self.visitor, self.organisation
        v.click("Reageren")  # 68
        v.fill({"Naam": "Happy Unjani", "E-mailadres": self.guest, "Telefoon": "06 12345678",
                "Bericht": "Ik loop graag mee.\nOok in de regen!"})
        time.sleep(3.1)
        before = self.mailbox.mark()
        v.click("Versturen", roles=("button",))
        v.sees("Bedankt")
        assert self.title in self.mailbox.one(self.guest, before).text
        news = self.mailbox.one(self.email, before, about=self.title)  # 70
        link = news.link_to("/beheer/reacties/")
        assert "regen" not in news.text and "12345678" not in news.text and self.guest not in news.text
        o.page.goto("/beheer")  # 83: Nieuw is the first tab
        expect(o.page.get_by_role("link", name=named("Nieuw"))).to_have_attribute("aria-current", "page")
        row = o.page.locator("li", has_text="Happy Unjani")
        expect(row).to_contain_text("zonder account", ignore_case=True)
        row.get_by_role("link", name=named("Details")).click()
        o.arrives(self.path(link))
        for text in ("Happy Unjani", self.guest, "06 12345678", "Ook in de regen!", self.title):
            o.sees(text)

    def search(self):
        self.visitor.page.goto("/vacatures")
        self.visitor.page.get_by_role("searchbox").fill(self.title)
        self.visitor.click("Zoeken", roles=("button",))
