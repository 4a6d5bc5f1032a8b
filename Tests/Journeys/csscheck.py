"""csscheck.py FILE…: every declaration of these style sheets must be one that Chromium understands.

Validators reject newer CSS (layers, colour functions) and miss misspelt values; the browser itself is the judge that counts.
"""

import pathlib
import sys

import tinycss2
from playwright.sync_api import sync_playwright

from conftest import CHROMIUM

# Inside these stand descriptors, which are no properties.
DESCRIPTORS = {"font-face", "page", "property", "counter-style"}
UNDERSTOOD = """declarations => declarations.map(([line, name, value]) =>
    name === null ? false : name.startsWith("--") || CSS.supports(name, value))"""


def declarations(rules):
    """Line, property and value of each declaration, however deep; the property is None where the sheet cannot be read."""
    for rule in rules:
        if rule.type == "error":
            yield rule.source_line, None, rule.message
        elif rule.type == "declaration":
            yield rule.source_line, rule.name, tinycss2.serialize(rule.value).strip()
        elif rule.type == "at-rule" and rule.lower_at_keyword in DESCRIPTORS:
            continue
        elif rule.type in ("at-rule", "qualified-rule") and rule.content is not None:
            yield from declarations(tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True))


def check(files):
    faults = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page()
        for file in files:
            sheet = tinycss2.parse_stylesheet(pathlib.Path(file).read_text(), skip_comments=True, skip_whitespace=True)
            found = list(declarations(sheet))
            for (line, name, value), fine in zip(found, page.evaluate(UNDERSTOOD, found)):
                if not fine:
                    faults.append(f"{file}:{line}: {name or 'cannot be read'}: {value}")
        browser.close()
    return faults


if __name__ == "__main__":
    found = check(sys.argv[1:])
    print("\n".join(found) or f"css: {len(sys.argv) - 1} sheets are fine")
    sys.exit(bool(found))
