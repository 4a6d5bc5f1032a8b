"""The second half of the handbook walk. Numbers in comments are the steps of the handbook."""

import datetime
import re

from playwright.sync_api import expect

import people as who
from looks import is_green, labelled, named, painted
from story_registration import Registration

FIELDS = ["Titel", "Omschrijving vacature", "Wat zoeken en bieden wij", "Publiceren t/m"]


class Story(Registration):
    """Steps 34 to 37 and 39 to 53: a vacancy is drafted, placed, approved and found."""

    def place_vacancy(self):
        o = self.organisation
        if o.phone:
            o.open_menu()
        menu = [text.strip() for text in o.page.locator("nav a").locator("visible=true").all_inner_texts()]
        wanted = ["Dashboard", "Vacatures", "Zoeken", "Mijn organisatie"]  # 34
        assert [text for text in menu if text in wanted] == wanted, menu
        o.click("Dashboard")
        expect(o.find("link", "Vacature toevoegen")).to_be_visible()  # 35
        tabs = o.page.get_by_role("navigation", name=named("Dashboard")).get_by_role("link").all_inner_texts()
        assert tabs == ["Nieuw", "Activiteit", "Wachtrij"], tabs  # 36
        self.draft()
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

    def draft(self):
        o = self.organisation
        o.click("Vacatures")
        o.click("Vacature toevoegen")  # 53: the same form the other way
        o.fill({"Titel": f"Half af ({self.email})"})
        button = o.find("button", "Opslaan als concept")
        if self.desktop:
            send = o.find("button", "Opslaan en insturen")
            assert button.bounding_box()["x"] < send.bounding_box()["x"]
        before = self.mailbox.mark()
        button.click()  # 44
        o.sees("Opgeslagen als concept")
        o.click("Vacatures")
        o.click("Mijn concepten")  # 45
        o.click(f"Half af ({self.email})")
        o.page.wait_for_url("**/bewerken")
        assert o.page.get_by_label(labelled("Titel")).input_value() == f"Half af ({self.email})"
        assert not self.mailbox.to(who.ADMINISTRATOR, before, "Half af")

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
        logo = v.page.locator(".org img")
        expect(logo).to_have_attribute("src", re.compile("^/media/"))
        assert logo.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")
        o = self.organisation
        o.page.goto("/beheer")  # 52
        expect(o.find("link", self.title)).to_be_visible()

    def search(self):
        self.visitor.page.goto("/vacatures")
        self.visitor.page.locator("#q").fill(self.title)
        self.visitor.click("Zoeken", roles=("button",))
