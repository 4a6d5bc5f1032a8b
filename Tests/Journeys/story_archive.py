"""Chapter 2.3 of the handbook: the archive, and deleting. Numbers in comments are the steps."""

from playwright.sync_api import expect

from looks import named
from story_responses import Responses


class Handbook(Responses):
    """Steps 58 to 65: the vacancy is archived, taken out, and deleted with all that hangs on it."""

    def read_manual(self):
        o = self.organisation
        o.page.goto("/beheer")
        if not o.phone:
            o.open_menu()
        o.click("FAQ")  # 86
        o.click("Handleiding voor organisaties")
        o.sees("Vacature plaatsen")
        expect(o.page.locator('main a[href^="mailto:"]').first).to_be_visible()  # 87

    def archive(self):
        o = self.organisation
        o.page.goto("/beheer")
        o.click("Vacatures")  # 58
        o.page.get_by_role("searchbox").fill("dinsdag")  # 59
        o.click("Zoeken", roles=("button",))
        row = o.page.locator("tr", has_text=self.title)
        expect(row).to_contain_text("Online")
        row.get_by_role("link", name=named("Profiel")).click()  # 60
        o.heading(self.title)
        o.click("Beheer")  # 61
        expect(o.find("link", "Vacature verwijderen")).to_be_visible()
        o.sees("We raden het archief aan")
        o.click("Plaats deze vacature in archief", roles=("button",))  # 62
        o.sees("De vacature staat in het archief")
        o.sees("Happy Unjani")
        self.search()
        expect(self.visitor.find("link", self.title)).to_have_count(0)
        o.click("Vacatures")
        o.click("Archief")
        o.click(self.title)
        o.click("Beheer")
        o.sees("Uit archief halen")
        expect(o.find("button", "Kopieer naar concept")).to_be_visible()
        o.click("Opnieuw publiceren", roles=("button",))  # 63
        o.sees("weer online")
        self.search()
        expect(self.visitor.find("link", self.title)).to_be_visible()

    def delete(self):
        o, happy = self.organisation, self.volunteer
        o.click("Beheer")
        o.click("Vacature verwijderen", roles=("link",))  # 64
        for text in ("definitief", "1 reactie met account", "1 reactie zonder account", "1 match"):
            o.sees(text)
        expect(o.find("link", "Terug, vacature bewaren")).to_be_visible()
        expect(o.find("button", "Plaats deze vacature in archief")).to_be_visible()
        o.click("Definitief verwijderen", roles=("button",))  # 65
        o.sees("is verwijderd")
        for path in ("/beheer", "/beheer/activiteit", "/beheer/activiteit?lijst=zonder-account", "/beheer/zoeken?q=unjani"):
            o.page.goto(path)
            assert "Happy Unjani" not in o.page.content() and "Gast Gasterij" not in o.page.content(), path
        happy.page.goto("/mijn")
        assert self.title not in happy.page.content()
