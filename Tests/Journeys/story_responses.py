"""Chapter 3 of the handbook: people respond, are answered, and become a match. Numbers in comments are the steps."""

import datetime
import re

from playwright.sync_api import expect

from looks import is_green, labelled, named, painted
from story_vacancy import Story
from walk import Person


class Responses(Story):
    """Steps 38, 40, 66 to 84: a guest and a volunteer respond, and the volunteer becomes a match."""

    def respond_as_guest(self):
        v = self.visitor
        v.page.goto("/vacatures")
        self.search()
        v.click(self.title)
        v.click("Reageren")  # 66
        headings = v.page.locator("main h2").all_inner_texts()
        assert headings[:2] == ["Met account", "Zonder account"], headings  # 67
        v.sees("hoe het met je reactie staat")
        v.click("Reageren zonder account")  # 68
        v.fill({"Naam": "Gast Gasterij", "E-mailadres": self.guest, "Telefoon": "06 12345678",
                "Bericht": "Ik loop graag mee.\nOok in de regen!"})
        v.takes_time()
        before = self.mailbox.mark()
        v.click("Reactie versturen", roles=("button",))
        v.sees("Bedankt")
        assert self.title in self.mailbox.one(self.guest, before).text
        news = self.mailbox.one(self.email, before, about=self.title)  # 70
        self.guest_response = self.path(news.link_to("/beheer/reacties/"))
        assert "regen" not in news.text and "12345678" not in news.text and self.guest not in news.text

    def register_volunteer(self):
        self.volunteer = Person(self.new_page(self.visitor.variant), self.visitor.variant)
        self.happy = f"happy.unjani@{self.visitor.variant}.example"
        happy = self.volunteer
        happy.page.goto("/")
        happy.click("Inschrijven")  # 69
        happy.click("Inschrijven vrijwilliger")
        happy.fill({"Naam": "Happy Unjani", "E-mailadres": self.happy})
        happy.takes_time()
        before = self.mailbox.mark()
        happy.click("Account maken", roles=("button",))
        happy.sees("Kijk in je mailbox")
        happy.page.goto(self.mailbox.one(self.happy, before).link_to("/wachtwoord/instellen/"))
        happy.page.get_by_label(labelled("Wachtwoord")).fill("wandelen met meneer Bos")
        happy.click("Wachtwoord instellen", roles=("button",))
        happy.arrives("/mijn")
        happy.click("Mijn profiel")
        happy.fill({"Telefoon": "06 98765432", "Woonplaats": "Borne", "Iets over jezelf": "Ik loop graag en praat veel."})
        happy.click("Wijzigingen opslaan", roles=("button",))
        happy.sees("Je profiel is opgeslagen")

    def respond_with_account(self):
        happy = self.volunteer
        happy.page.goto(self.visitor.page.url.split("/bedankt")[0])
        happy.click("Reageren")
        happy.sees("Happy Unjani")
        happy.fill({"Bericht": "Dinsdag heb ik tijd."})
        before = self.mailbox.mark()
        happy.click("Reactie versturen", roles=("button",))
        happy.sees("Bedankt voor je reactie")
        assert self.title in self.mailbox.one(self.happy, before).text
        news = self.mailbox.one(self.email, before, about=self.title)  # 70
        assert "Happy" not in news.text and "Dinsdag heb" not in news.text
        happy.page.goto("/mijn")
        expect(happy.page.locator("li", has_text=self.title)).to_contain_text("Wacht op antwoord")

    def read_responses(self):
        o = self.organisation
        o.page.goto("/beheer")  # 71
        for name, kind in (("Happy Unjani", "met account"), ("Gast Gasterij", "zonder account")):
            expect(o.page.locator(".feed li", has_text=name).first).to_contain_text(kind, ignore_case=True)
        row = o.page.locator(".feed li", has_text="Gast Gasterij")
        row.get_by_role("link", name=named("Details")).click()  # 83
        o.arrives(self.guest_response)
        for text in ("Gast Gasterij", self.guest, "06 12345678", "Ook in de regen!", self.title):
            o.sees(text)
        expect(o.find("link", "Doorzetten naar match")).to_have_count(0)  # 84
        o.sees("Je kunt een match aanmaken als deze persoon dat goed vindt")
        o.click("Dashboard")
        o.click("Activiteit")  # 38
        tabs = o.page.get_by_role("navigation", name=named("Activiteit")).get_by_role("link").all_inner_texts()
        assert tabs == ["Reactie met account", "Match"] * 2 + ["Reactie zonder account"], tabs
        o.click("Reactie zonder account")  # 72
        expect(o.page.locator("tr", has_text="Gast Gasterij")).to_be_visible()
        o.click("Reactie met account")  # 73
        o.page.locator("tr", has_text="Happy Unjani").get_by_role("link", name=named("Details")).click()  # 74
        bar = o.page.locator(".pairbar")
        expect(bar).to_contain_text(self.title)  # 75
        expect(bar).to_contain_text("Happy Unjani")
        shows = bar.get_by_role("link", name=named("Toon profiel"))
        shows.first.click()  # 76
        o.heading(self.title)
        o.page.go_back()
        bar.get_by_role("link", name=named("Toon profiel")).last.click()  # 77
        o.heading("Happy Unjani")
        o.sees("Ik loop graag en praat veel.")
        assert "98765432" not in o.page.content()
        o.page.go_back()

    def answer(self):
        o, happy = self.organisation, self.volunteer
        before = self.mailbox.mark()
        o.fill({"Je antwoord": "Kom je dinsdag om tien uur?"})
        o.click("Bericht versturen", roles=("button",))
        o.sees("Je bericht is verstuurd")
        answer = self.mailbox.one(self.happy, before)
        assert "tien uur" not in answer.text
        happy.page.goto(answer.link_to("/mijn/reacties/"))
        happy.sees("Kom je dinsdag om tien uur?")

    def match(self):
        o, happy = self.organisation, self.volunteer
        button = o.find("link", "Doorzetten naar match")
        assert is_green(painted(button))
        button.click()  # 78
        today = datetime.date.today()
        o.fill({"Begindatum": str(today), "Einddatum": str(today - datetime.timedelta(3))})
        o.click("Match aanmaken", roles=("button",))
        expect(o.page.locator(".error-summary a")).to_have_count(1)
        o.page.get_by_label(labelled("Einddatum")).fill("")
        before = self.mailbox.mark()
        o.click("Match aanmaken", roles=("button",))  # 79
        o.sees("Het is een match")
        assert "Happy" not in self.mailbox.one(self.email, before, about=self.title).text  # 80
        self.mailbox.one(self.happy, before, about=self.title)
        for label in ("Vrijwilliger", "Vacature"):  # 81
            o.page.goto("/beheer/activiteit")
            section = o.page.locator(".subtabs section", has=o.page.get_by_role("heading", name=named(label)))
            section.get_by_role("link", name=named("Match")).click()
            row = o.page.locator("tr", has_text="Happy Unjani")
            expect(row).to_contain_text(self.title)
            expect(row).to_contain_text("vanaf")
        o.page.goto("/beheer")  # 82
        expect(o.page.locator("li", has_text="Match: ")).to_contain_text("Happy Unjani")
        happy.page.goto("/mijn")
        expect(happy.page.locator("li", has_text="vanaf")).to_contain_text(self.title)

    def invite_again(self):
        o, happy = self.organisation, self.volunteer
        o.page.goto("/beheer/vacatures")
        o.click(self.title)
        o.click("Deze mensen opnieuw uitnodigen")  # 85
        o.page.get_by_label(re.compile("Happy Unjani")).check()
        o.fill({"Je bericht": "Volgend jaar weer?"})
        before = self.mailbox.mark()
        o.click("Uitnodigingen versturen", roles=("button",))
        o.sees("1 uitnodiging is onderweg")
        happy.page.goto(self.mailbox.one(self.happy, before).link_to("/mijn/uitnodigingen/"))
        happy.sees("Volgend jaar weer?")
        before = self.mailbox.mark()
        happy.click("Ja, ik doe mee", roles=("button",))
        happy.sees("Bedankt voor je antwoord")
        o.page.goto(self.mailbox.one(self.email, before).link_to("/uitnodigen"))
        expect(o.page.locator("tr", has_text="Happy Unjani")).to_contain_text("Doet mee")

    def find_everything(self):
        o = self.organisation
        for words, wanted in (("unjani", "Happy Unjani"), ("wandelen", self.title), ("half af", "Half af")):  # 40
            o.page.goto("/beheer")
            o.click("Zoeken", roles=("link",))
            o.page.get_by_role("searchbox").fill(words)
            o.click("Zoeken", roles=("button",))
            expect(o.page.locator("main table").first).to_contain_text(wanted)
