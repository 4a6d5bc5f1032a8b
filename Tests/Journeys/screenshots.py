"""screenshots.py [NAME…]: pictures of all pages (or of those whose name holds one of the words) in four variants.

They land in out/screens/VARIANT/PAGE.png, for people to look at: no test tells whether a page is pleasant.
"""

import os
import pathlib
import sys

from playwright.sync_api import Error, sync_playwright

from conftest import CHROMIUM, context_options, next_visitor
from installation import ROOT, Installation
from mailbox import Mailbox
from people import People
from records import find
from screens import every, show

FOLDER = pathlib.Path(os.environ.get("SCHAKEL_TEST_OUT") or ROOT / "out") / "screens"
PICTURES = ["desktop", "phone", "dark", "noscript"]


def main(words):
    with Installation() as installation, sync_playwright() as playwright:
        people, mailbox = People(installation, next_visitor), Mailbox(installation)
        mailbox.settle()
        screens = [s for s in every(find(people, mailbox)) if not words or any(word in s.name for word in words)]
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for variant in PICTURES:
            (FOLDER / variant).mkdir(parents=True, exist_ok=True)
            contexts = {}
            for screen in screens:
                who = (screen.person, screen.centre)
                if who not in contexts:
                    contexts[who] = browser.new_context(base_url=installation.address(screen.centre), **context_options(variant))
                    if screen.person:
                        contexts[who].add_cookies([people.cookie(*who)])
                page = contexts[who].new_page()
                try:
                    show(page, screen)
                    # Pictures that load when scrolled to are loaded now.
                    page.evaluate("for (const image of document.images) image.loading = 'eager'")
                    page.wait_for_load_state("networkidle")
                    page.screenshot(path=FOLDER / variant / f"{screen.name}.png", full_page=True)
                except Error as error:
                    print(f"{variant}/{screen.name}: {str(error)[:200]}", file=sys.stderr)
                page.close()
            for context in contexts.values():
                context.close()
        browser.close()
    print(f"{len(screens)} pages in {len(PICTURES)} variants: {FOLDER}")


if __name__ == "__main__":
    main(sys.argv[1:])
