"""No word makes a page scroll sideways, wherever it stands."""

import pytest

import people as who

WORD = "vrijwilligerscoordinatiebijeenkomstenorganisatiecommissielid"


@pytest.fixture
def long_words(installation):
    """A vacancy of 60 letters in every place, and its organisation; afterwards all is as it was."""
    number, organisation = installation.sql(
        "select v.id, v.organisation_id from vacancy v join organisation_member m on m.organisation_id = v.organisation_id"
        " join account a on a.id = m.account_id where a.email = 'ilse@weekend-borne.example' and v.state = 'published' order by v.id limit 1"
    )[0]
    before = installation.sql(f"select place, hours from vacancy where id = {number}")[0]
    name = installation.sql(f"select name from organisation where id = {organisation}")[0][0]
    installation.sql(f"update vacancy set place = '{WORD}', hours = '{WORD}' where id = {number}")
    installation.sql(f"update organisation set name = '{WORD}' where id = {organisation}")
    yield number, organisation
    installation.sql(f"update vacancy set place = '{before[0]}', hours = '{before[1]}' where id = {number}")
    quoted = name.replace("'", "''")
    installation.sql(f"update organisation set name = '{quoted}' where id = {organisation}")


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_scrolls_sideways(width, new_page, people, long_words):
    number, organisation = long_words
    cases = {
        None: [
            f"/vacatures?q={WORD}", f"/vacatures?plaats={WORD}", f"/vacatures?q=koken&plaats={WORD}", f"/vacatures/{number}",
            f"/vacatures/{number}/reageren", f"/vacatures/{number}/reageren/zonder-account", f"/organisaties/{organisation}",
        ],
        who.MEMBER: [
            "/beheer", "/beheer/vacatures", f"/beheer/vacatures/{number}", f"/beheer/vacatures/{number}/beheer",
            f"/beheer/vacatures/{number}/bedanken", f"/beheer/vacatures/{number}/verwijderen", f"/beheer/vacatures/{number}/kandidaten",
            "/beheer/organisatie",
        ],
        who.ADMINISTRATOR: [f"/centrum/organisaties/{organisation}", f"/centrum/vacatures/{number}", "/centrum/vacatures"],
    }  # fmt: skip
    wide = []
    for person, paths in cases.items():
        page = new_page("phone", cookie=people.cookie(person) if person else None)
        page.set_viewport_size({"width": width, "height": 800})
        for path in paths:
            page.goto(path)
            # Not beside innerWidth: a telephone widens that with the page.
            found = page.evaluate("document.scrollingElement.scrollWidth")
            if found > width:
                what = page.evaluate(
                    "width => [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > width + 1)"
                    ".slice(-3).map(one => one.tagName + '.' + one.className)",
                    width,
                )
                wide.append((path, found, what))
    assert not wide, '\n'.join(str(one) for one in wide)
