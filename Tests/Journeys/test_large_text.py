"""Large letters on a small telephone, and the longest words: nothing is ever wider than the screen."""

import pytest

import people as who
from conftest import CHROMIUM, context_options

LONG = "Vrijwilligerscoördinatorenoverlegvoorbereidingsbijeenkomstmaaltijd"


@pytest.fixture
def long_words(installation, found):
    """A vacancy and its centre as people might name them."""
    number = found["open"].split("/")[-1].split("-")[0]
    title, email = installation.sql(f"select v.title, c.email from vacancy v join centre c on c.id = v.centre_id where v.id = {number}")[0]
    installation.sql(f"update vacancy set title = '{LONG} gezocht' where id = {number}")
    installation.sql("update centre set email = 'vrijwilligersinformatiepunt@wijkrijkvrijwilligerswerk-borne.example' where slug = 'borne'")
    yield f"/vacatures/{number}"
    installation.sql(f"update vacancy set title = '{title}' where id = {number}")
    installation.sql(f"update centre set email = '{email}' where slug = 'borne'")


@pytest.mark.parametrize("letters", ["100%", "150%", "200%"])
def test_nothing_is_wider_than_the_screen(new_page, people, long_words, letters):
    page = new_page("phone")
    page.set_viewport_size({"width": 320, "height": 640})
    page.add_init_script(f"document.documentElement.style.fontSize = '{letters}'")
    wide = []
    for path in ["/", "/vacatures", long_words, long_words + "/reageren", "/past-bij-jou", "/inschrijven/organisatie", "/inloggen", "/bestaat-niet"]:
        page.goto(path, wait_until="networkidle")
        extra = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if extra > 0:
            wide.append((path, extra, page.evaluate("""() => [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .slice(-3).map(e => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 40))""")))
    assert not wide, wide


@pytest.fixture(scope="module", params=[24, 32])
def large(playwright, request):
    """A browser whose owner asked for letters of 150 and of 200 %, which the widths in our styles follow too."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[f"--blink-settings=defaultFontSize={request.param}"])
    yield browser
    browser.close()


@pytest.mark.parametrize("width", [320, 390])
def test_the_browsers_own_large_letters_break_no_word(large, installation, found, width):
    context = large.new_context(base_url=installation.address("borne"), **context_options("phone"))
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 740})
    for path in ["/", "/vacatures", found["open"], "/inschrijven/organisatie"]:
        page.goto(path, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, path
        # A name on as many lines as it has words, or fewer.
        lines, words = page.evaluate("""() => {
            const name = document.querySelector(".brand span"), range = document.createRange();
            range.selectNodeContents(name);
            return [new Set([...range.getClientRects()].map(r => Math.round(r.top))).size, name.textContent.trim().split(/\\s+/).length];
        }""")
        assert lines <= words, (path, lines, words)
    # What somebody came for is not at the end of six screens: the button stands right under the title.
    page.goto(found["open"], wait_until="networkidle")
    assert page.get_by_role("link", name="Reageren", exact=True).first.bounding_box()["y"] < 740 * 2
    context.close()


AREAS = {
    None: ["/privacy", "{open}/poster", "/inschrijven/vrijwilliger", "/stijlgids"],
    who.MEMBER: ["/beheer", "/beheer/vacatures", "/beheer/vacatures/nieuw", "/beheer/vacatures/{own}/bewerken", "/beheer/organisatie", "/beheer/organisatie/mensen",
                 "/beheer/reacties/{response}", "/beheer/activiteit", "/beheer/zoeken?q=a", "/account"],
    who.ADMINISTRATOR: ["/centrum", "/centrum/organisaties", "/centrum/organisaties/{active}", "/centrum/wacht-te-lang",
                        "/centrum/dubbele-profielen", "/centrum/dubbele-profielen/{double}", "/centrum/medewerkers", "/centrum/instellingen/zoeken"],
    who.VOLUNTEER: ["/mijn", "/mijn/bewaard", "/mijn/kandidatenbank", "/mijn/gegevens/alles"],
}


@pytest.mark.parametrize("person", AREAS, ids=lambda person: (person or "visitor").split("@")[0])
def test_no_page_of_any_area_is_wider_than_a_telephone(large, installation, people, found, person):
    known = found | {"double": "/".join(found["volunteers"])}
    context = large.new_context(base_url=installation.address("borne"), **context_options("phone"))
    if person:
        context.add_cookies([people.cookie(person)])
    page = context.new_page()
    for width in (320, 375):
        page.set_viewport_size({"width": width, "height": 740})
        for path in AREAS[person]:
            assert page.goto(path.format(**known)).status == 200, path
            # With everything unfolded.
            page.evaluate("document.querySelectorAll('main details').forEach(fold => fold.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, (path, width)
    context.close()
