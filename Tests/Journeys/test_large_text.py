"""Large letters on a small telephone, and the longest words: nothing is ever wider than the screen."""

import pytest

import people as who

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
