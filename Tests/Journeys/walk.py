"""A person with a browser of her own: clicks by name, reads, fills in. Opens the menu where a phone hides it."""

import re
import time

from playwright.sync_api import expect

from looks import labelled, named


class Person:
    def __init__(self, page, variant):
        self.page = page
        self.variant = variant
        self.phone = variant.startswith("phone")
        self.script = "noscript" not in variant

    def find(self, role, label):
        """What is on the screen under this name."""
        return self.page.get_by_role(role, name=named(label)).locator("visible=true").first

    def click(self, label, roles=("link", "button")):
        """Clicks what has this name; on a phone it may be behind the menu sign."""
        # Of a page that is still coming nothing is there yet, and counting does not wait.
        self.page.wait_for_load_state("domcontentloaded")
        for role in roles:
            found = self.find(role, label)
            if found.count():
                return found.click()
        self.open_menu()
        for role in roles:
            found = self.find(role, label)
            if found.count():
                return found.click()
        raise AssertionError(f"nothing to click called {label!r} on {self.page.url}")

    def open_menu(self):
        """The menu sign of a phone, or the person icon, or the smiley: whichever is there."""
        signs = self.page.locator("header summary").locator("visible=true")
        self.page.wait_for_load_state("domcontentloaded")
        assert signs.count(), f"no menu on {self.page.url}"
        signs.last.click()

    def sees(self, text):
        expect(self.page.locator("main")).to_contain_text(re.compile(re.escape(text), re.IGNORECASE))

    def arrives(self, path):
        expect(self.page).to_have_url(re.compile(r"localhost(:\d+)?" + re.escape(path) + r"(\?melding=[\w-]+)?$"))
        self.page.wait_for_load_state()

    def heading(self, text):
        expect(self.page.get_by_role("heading", level=1)).to_have_text(named(text))

    def fill(self, fields):
        """Types by label: a text, a choice of a list, or True for a tick box. Opens the fold in which a field stands."""
        for label, value in fields.items():
            self.open_fold(self.page.get_by_label(labelled(label)).first)
            if value is True:
                self.page.get_by_label(labelled(label)).first.check()
                continue
            field = self.page.get_by_label(labelled(label)).first
            if field.evaluate("element => element.tagName") == "SELECT":
                field.select_option(label=value)
            else:
                field.fill(value)

    def open_fold(self, field):
        fold = self.page.locator("details:not([open]).further", has=field)
        if fold.count():
            fold.locator("summary").first.click()

    def unfold(self, label):
        self.page.locator("summary").filter(has_text=label).click()

    def choose(self, question, answer):
        """One of the radio buttons below a question."""
        self.page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()

    def takes_time(self):
        """Waits until the form is old enough: the server takes none that was filled in within three seconds of its seal."""
        issued = max(int(seal.input_value().split(".")[0], 36) for seal in self.page.locator("[name=zegel]").all())
        time.sleep(max(0, issued / 1000 + 3.1 - time.time()))

    def looks_again(self, path, ready):
        """Opens the page until it is so, for as long as the server may take: it reads its centres every two seconds."""
        deadline = time.monotonic() + 2.2
        while True:
            last = time.monotonic() > deadline
            self.page.goto(path)
            if last or ready(self.page.locator("body")):
                return
            self.page.wait_for_timeout(100)

    def log_in(self, email, password):
        self.page.goto("/")
        self.click("Inloggen")
        self.fill({"E-mailadres": email, "Wachtwoord": password})
        self.click("Inloggen", roles=("button",))

    def log_out(self):
        self.click("Uitloggen")

    def described(self, field):
        """The help and error texts that belong to a field."""
        ids = (field.get_attribute("aria-describedby") or "").split()
        return " ".join(self.page.locator(f'[id="{name}"]').inner_text() for name in ids)
