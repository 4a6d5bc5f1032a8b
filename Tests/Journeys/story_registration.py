"""The first half of the handbook walk. Numbers in comments are the steps of the handbook."""

import re

from playwright.sync_api import expect

import people as who
from looks import hex_colour, is_black, is_blue, is_green, labelled, named, painted
from pictures import png
from walk import Person

PASSWORD = "wandelen met de honden"


class Registration:
    """Steps 1 to 4 and 6 to 33: an organisation registers, is approved, sets its password, logs in, changes its data."""

    def __init__(self, variant, new_page, mailbox):
        self.mailbox, self.new_page, self.password = mailbox, new_page, PASSWORD
        self.visitor, self.organisation, self.centre = (Person(new_page(variant), variant) for _ in range(3))
        self.desktop = not self.visitor.phone
        self.email = f"ria@weekend-{variant}.example"
        self.guest = f"happy@unjani-{variant}.example"
        self.title = f"Wandelen op dinsdag ({variant})"
        self.description = f"Weekend maakt van zaterdag een feest ({variant})."

    def visit(self):
        v = self.visitor
        v.page.goto("/")  # 1
        if v.phone:  # 2
            assert not v.page.locator("header nav a").locator("visible=true").count()
            v.open_menu()
        for label in ("Inschrijven", "Inloggen", "FAQ"):
            expect(v.find("link", label)).to_be_visible()
        assert not v.page.get_by_role("dialog").count() and not v.page.context.cookies()
        if v.phone:
            v.page.locator("header summary").locator("visible=true").last.click()
        expect(v.page.locator('a[href^="mailto:vrijwilligerswerk@wijkrijk.example"]').first).to_be_visible()  # 3
        expect(v.page.get_by_text("woonplaats").first).to_be_visible()
        v.click("Inschrijven")  # 4
        expect(v.find("link", "Inschrijven vrijwilliger")).to_be_visible()
        expect(v.find("link", "Inschrijven organisatie")).to_be_visible()

    def register(self):
        v = self.visitor
        v.click("Inschrijven organisatie")  # 6
        legends = v.page.locator("fieldset > legend").all_inner_texts()
        wanted = ["Organisatie gegevens", "Adresgegevens organisatie", "Contactpersoon"]
        assert len(legends) == 3 and all(named(w).match(t) for w, t in zip(wanted, legends)), legends
        v.sees("Velden gemarkeerd met * zijn verplichte velden")  # 7
        for field in v.page.locator("input[required], textarea[required], select[required]").all():
            label = v.page.locator(f'label[for="{field.get_attribute("id")}"], label:has([id="{field.get_attribute("id")}"])')
            assert "*" in label.first.inner_text()
            expect(field).not_to_have_accessible_name(re.compile(r"\*"))
        short = v.page.locator("fieldset").first.get_by_label(labelled("Korte omschrijving"))  # 8
        help_text = v.described(short).lower()
        assert "vacature" in help_text and "beheeromgeving" in help_text and "later" in help_text, help_text
        newsletter = v.page.get_by_label(  # 9
            labelled("Blijf met de nieuwsbrief op de hoogte van ontwikkelingen over Wijkrijk Vrijwilligerswerk"))
        assert not newsletter.is_checked()
        v.fill({
            "Naam van de organisatie": "Weekend", "Korte omschrijving": self.description, "Postcode": "7622 AB",
            "Gemeente": "Borne"})
        contact = v.page.get_by_role("group", name=named("Contactpersoon"))
        contact.get_by_label(labelled("Naam")).fill("Ria Bakker")
        contact.get_by_label(labelled("E-mailadres")).fill(self.email)
        contact.get_by_label(labelled("Telefoon")).fill("074 123 45 67")
        v.page.locator("[name=voorwaarden]").check()
        v.takes_time()
        v.click("Inschrijving afronden", roles=("button",))  # 10: the place is missing
        expect(v.page.locator(".error-summary a")).to_have_count(1)
        place = v.page.get_by_label(labelled("Plaats"))
        assert place.get_attribute("aria-invalid") == "true" and "plaats" in v.described(place).lower()
        assert v.page.get_by_label(labelled("Naam van de organisatie")).input_value() == "Weekend"
        assert contact.get_by_label(labelled("E-mailadres")).input_value() == self.email
        assert short.input_value() == self.description and v.page.locator("[name=voorwaarden]").is_checked()
        before = self.mailbox.mark()
        place.fill("Borne")
        v.click("Inschrijving afronden", roles=("button",))  # 11
        expect(v.page.get_by_role("heading", level=1)).to_contain_text("Bedankt voor je inschrijving")
        v.sees("e-mail als bevestiging")
        confirmation = self.mailbox.one(self.email, before)  # 12
        # Whose address it is nobody knows yet: it names the centre, and nothing of what was typed.
        assert "/wachtwoord/" not in confirmation.html and "inschrijving" in confirmation.text
        assert "Weekend" not in confirmation.text
        news = self.mailbox.one(who.ADMINISTRATOR, before, about="Weekend")  # 13
        self.review = news.link_to("/centrum/organisaties/")
        refusals = []  # 14
        for email in (self.email, "niemand@nergens.example"):
            v.log_in(email, "een heel verkeerd wachtwoord")
            refusals.append(v.page.locator(".error-summary").inner_text())
        assert refusals[0] == refusals[1]

    def approve(self):
        a = self.centre
        a.log_in(who.ADMINISTRATOR, who.PASSWORD)  # 15
        a.arrives("/centrum")
        a.page.locator(f'a[href="{self.path(self.review)}"]').click()
        a.sees(self.email)
        before = self.mailbox.mark()
        a.click("Accorderen")
        expect(a.page.locator(".error-summary a")).to_have_count(1)
        for box in a.page.locator("[name=criterium]").all():
            box.check()
        assert is_green(painted(a.find("button", "Accorderen")))
        a.click("Accorderen")
        a.sees("Actief")
        mail = self.mailbox.one(self.email, before)  # 16
        assert self.email in mail.text
        button = [link for link in mail.links if "/wachtwoord/instellen/" in link["href"]][0]
        assert named("Stel uw wachtwoord in").match(button["text"])
        colour = dict(part.split(":") for part in button["style"].split(";") if part)["background"]
        assert is_blue(hex_colour(colour)) and button["href"] in mail.text
        words = mail.text.split("\n-- \n")[0].strip()
        assert words.endswith(button["href"]), "the button is not at the bottom"
        self.link = button["href"]

    def set_password(self):
        o = self.organisation
        o.page.goto(self.link)  # 17
        expect(o.page.locator("input[type=password]")).to_have_count(1)
        field = o.page.get_by_label(labelled("Wachtwoord"))
        assert "12" in o.described(field)
        assert is_blue(painted(o.find("button", "Wachtwoord instellen")))
        field.fill("elf letters")  # 18
        o.click("Wachtwoord instellen")
        assert "12" in o.page.locator(".error-summary").inner_text()
        field.fill(PASSWORD)  # 19
        o.click("Wachtwoord instellen")
        o.arrives("/?melding=wachtwoord-ingesteld")
        o.sees("wachtwoord")
        if self.desktop:  # 21: the icon is the last thing in the header, directly right of Inschrijven, on its line
            join, icon = o.find("link", "Inschrijven").bounding_box(), o.page.locator(".person summary").bounding_box()
            assert 0 <= icon["x"] - (join["x"] + join["width"]) < 48
            assert abs(icon["y"] + icon["height"] / 2 - join["y"] - join["height"] / 2) < 12
            assert named("Mijn account").match(o.page.locator(".person summary").inner_text())
        o.page.goto(self.link)  # 20
        o.sees("gebruikt")
        expect(o.page.locator("main").get_by_role("link", name=named("Inloggen"))).to_be_visible()
        expect(o.page.locator("main").get_by_role("link", name=named("Wachtwoord vergeten"))).to_be_visible()
        o.page.goto("/")  # 21
        o.open_menu()
        expect(o.find("button", "Uitloggen")).to_be_visible()
        o.click("Beheeromgeving")
        o.heading("Dashboard")  # 22
        if self.desktop:
            bar, smiley = o.page.locator(".bar"), o.page.locator("summary:has(use[href$='#i-emoji-smile'])")
            box, place = bar.bounding_box(), smiley.bounding_box()
            assert is_black(painted(bar)) and box["x"] == 0 and box["width"] < 300 and box["height"] >= 800
            assert place["y"] > 800 * 0.8 and place["x"] < 300

    def log_in_again(self):
        o = self.organisation
        o.open_menu()
        o.log_out()  # 26
        o.arrives("/")
        o.page.go_back()
        assert "Ria Bakker" not in o.page.content()
        self.forget_password()
        o.log_in(self.email, self.password)  # 33
        o.arrives("/beheer")
        o.heading("Dashboard")

    def forget_password(self):
        o = self.organisation
        o.page.goto("/inloggen")  # 27
        o.page.get_by_label(labelled("E-mailadres")).fill(self.email)
        o.click("Wachtwoord vergeten")
        expect(o.find("button", "Vrijwilliger")).to_be_visible()
        o.click("Organisatie")  # 28
        assert o.page.get_by_label(labelled("E-mailadres")).input_value() == self.email
        before = self.mailbox.mark()
        o.click("Verstuur")  # 29
        words = o.page.locator("main").inner_text()
        o.page.goto(self.mailbox.one(self.email, before).link_to("/wachtwoord/instellen/"))  # 30
        self.password = "nieuwe schoenen voor Ria"
        o.page.get_by_label(labelled("Wachtwoord")).fill(self.password)
        o.click("Wachtwoord instellen")  # 31
        o.open_menu()
        o.log_out()
        o.log_in(self.email, PASSWORD)  # 32: the old one no longer works
        expect(o.page.locator(".error-summary")).to_be_visible()
        o.page.goto("/wachtwoord/vergeten")
        o.click("Vrijwilliger")
        o.page.get_by_label(labelled("E-mailadres")).fill("niemand@nergens.example")
        o.click("Verstuur")
        assert o.page.locator("main").inner_text() == words

    def change_organisation(self):
        o = self.organisation
        o.click("Mijn organisatie")  # 23
        short = o.page.get_by_label(labelled("Korte omschrijving"))
        assert short.input_value() == self.description
        self.description = f"{self.description} En van zondag ook."  # 24, the text
        short.fill(self.description)
        o.page.locator("[name=logo]").set_input_files(
            {"name": "logo.png", "mimeType": "image/png", "buffer": png(200, 120)})
        if o.script:
            expect(o.page.locator(".upload img")).to_have_attribute("src", re.compile("^blob:"))  # 24, the logo
        o.click("Wijzigingen opslaan", roles=("button",))  # 25
        o.sees("Opgeslagen")
        expect(short).to_have_value(self.description)
        expect(o.page.locator(".upload img")).to_have_attribute("src", re.compile("^/media/"))

    @staticmethod
    def path(address):
        return "/" + address.split("/", 3)[3]
