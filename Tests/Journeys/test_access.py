"""Who may see what: records of others, links of mails, sessions that ended. Over HTTP, without a browser."""

import re

import pytest

import people as who
from forms import seal, vacancy, values
from records import password_link


@pytest.fixture(scope="module")
def password_page(people, mailbox):
    return password_link(people, mailbox, "wouter@delangeadem.example")


MEMBER_PAGES = ["/beheer", "/beheer/activiteit", "/beheer/wachtrij", "/beheer/vacatures", "/beheer/vacatures/nieuw", "/beheer/organisatie"]
STAFF_PAGES = ["/centrum", "/centrum/organisaties", "/centrum/vacatures", "/centrum/postvak-uit"]


@pytest.mark.parametrize("path", MEMBER_PAGES + STAFF_PAGES + ["/beheer/reacties/1", "/centrum/postvak-uit/1/html"])
def test_areas_ask_who_you_are(path, people):
    answer = people.client().get(path)
    assert answer.status == 401 and "no-store" in answer.headers["Cache-Control"] and values(answer.text, "terug") == path


def test_areas_are_for_their_own_people(people, found):
    for path in STAFF_PAGES:
        assert people.client(who.MEMBER).get(path).status == 404
    for path in MEMBER_PAGES:
        assert people.client(who.ADMINISTRATOR).get(path).status == 404
    for person in (who.MEDIATOR, who.DESK):
        client = people.client(person)
        assert [client.get(path).status for path in STAFF_PAGES] == [200, 200, 200, 404]
        assert client.get(f"/centrum/postvak-uit/{found['mail']}/html").status == 404
    desk = people.client(who.DESK)
    for path in (f"organisaties/{found['waiting']}", f"vacatures/{found['queued']}"):
        assert desk.get("/centrum/" + path).status == 200
        assert desk.post(f"/centrum/{path}/accorderen", {}).status == 404
        assert desk.post(f"/centrum/{path}/afwijzen", {"reden": "nee"}).status == 404


def test_records_of_the_other_centre_do_not_exist(people, found):
    visitor, staff = people.client(), people.client(who.ADMINISTRATOR)
    number = found["other_published"]
    assert visitor.get(f"/vacatures/{number}").status == 404
    assert visitor.get(f"/vacatures/{number}/reageren").status == 404
    assert visitor.post(f"/vacatures/{number}/reageren/zonder-account", {"naam": "x"}).status == 404
    for path in (f"vacatures/{number}", f"vacatures/{found['other_queued']}", f"organisaties/{found['other_waiting']}",
                 f"postvak-uit/{found['other_mail']}", f"postvak-uit/{found['other_mail']}/html"):
        assert staff.get("/centrum/" + path).status == 404, path
    for path in (f"vacatures/{found['other_queued']}/accorderen", f"organisaties/{found['other_waiting']}/accorderen",
                 f"organisaties/{found['other_waiting']}/uitnodiging", f"postvak-uit/{found['other_mail']}/opnieuw"):
        assert staff.post("/centrum/" + path, {}).status == 404, path
    abroad = people.client(centre="hasselt")
    abroad.cookie = people.token(who.ADMINISTRATOR)
    assert abroad.get("/centrum").status == 401
    abroad.cookie = None
    assert abroad.post("/inloggen", {"email": who.MEMBER, "wachtwoord": who.PASSWORD}).location == "/mijn"
    assert abroad.get("/mijn").location.startswith("/account/vrijwilliger")
    for path in ("/beheer", "/centrum"):
        assert abroad.get(path).status == 404, path


def test_records_of_another_organisation_do_not_exist(people, found):
    own, other = people.client(who.MEMBER), people.client(who.OTHER_MEMBER)
    assert own.get(f"/beheer/reacties/{found['response']}").status == 200
    assert other.get(f"/beheer/reacties/{found['response']}").status == 404
    assert own.get(f"/beheer/vacatures/{found['own']}").status == 200
    for path in ("", "/bewerken"):
        assert other.get(f"/beheer/vacatures/{found['own']}{path}").status == 404
        assert own.get(f"/beheer/vacatures/{found['returned']}{path}").status == 404
    assert own.post(f"/beheer/vacatures/{found['returned']}/bewerken", vacancy("", inzet="eenmalig")).status == 404


@pytest.mark.parametrize("path", ["/vacatures/{queued}", "/vacatures/{queued}/reageren", "/organisaties/{waiting}"])
def test_what_waits_for_approval_is_not_public(path, people, found):
    assert people.client().get(path.format(**found)).status == 404


@pytest.mark.parametrize("number", ["0", "99999999999999999999", "1e3", "%00", "1;2", "%EF%BC%99", "x"])
def test_numbers_that_are_none(number, people):
    for path in ("/vacatures/", "/organisaties/"):
        assert people.client().get(path + number).status in (400, 404)
    assert people.client(who.ADMINISTRATOR).get("/centrum/organisaties/" + number).status in (400, 404)
    assert people.client(who.MEMBER).get("/beheer/reacties/" + number).status in (400, 404)


def test_links_work_once_and_not_for_ever(people, mailbox, installation):
    email, client = "bram@zomeropdees.example", people.client()
    used = password_link(people, mailbox, email)
    assert client.get(used).status == client.get(used).status == 200, "looking uses nothing up"
    assert client.post(used, {"wachtwoord": who.PASSWORD}).status == 303
    again = client.get(used)
    assert again.status == 410 and "/inloggen" in again.text and "/wachtwoord/vergeten" in again.text
    assert client.post(used, {"wachtwoord": "een ander wachtwoord"}).status == 410
    # One mail in ten minutes per person, so the next links are for others.
    old = password_link(people, mailbox, "tonnie@nog-es.example")
    installation.sql("update credential_link set expires_at = 1000 where used_at is null and id = (select max(id) from credential_link)")
    assert client.get(old).status == client.post(old, {"wachtwoord": "een ander wachtwoord"}).status == 410
    assert client.get("/wachtwoord/instellen/" + "0" * 48).status == 410
    assert people.client().post("/inloggen", {"email": email, "wachtwoord": who.PASSWORD}).status == 303
    abroad = people.client(centre="hasselt")
    assert abroad.get(password_link(people, mailbox, "samira@woordvoorwoord.example")).status == 410


@pytest.mark.parametrize("refused", ["elf letters", "welkom123456", "aaaaaaaaaaaaaaaa", "x" * 129, "", " " * 14])
def test_weak_passwords_are_refused_in_words(refused, people, password_page):
    answer = people.client().post(password_page, {"wachtwoord": refused})
    assert answer.status == 422 and 'id="wachtwoord-error"' in answer.text
    assert not refused.strip() or refused not in answer.text


def test_a_forgotten_password_tells_nobody_who_is_known(people):
    answers = [people.client().post("/wachtwoord/vergeten", {"email": email}) for email in (who.MEMBER, "wie@nergens.example")]
    assert [(answer.status, answer.location) for answer in answers] == [(303, "/wachtwoord/verstuurd")] * 2


def test_a_form_sent_after_the_session_ended_is_kept(people, installation):
    client = people.client()
    assert client.post("/inloggen", {"email": who.OTHER_MEMBER, "wachtwoord": who.PASSWORD}).status == 303
    token = client.cookie
    form = vacancy(seal(client.get(client.get("/beheer/vacatures/nieuw").location).text), titel="Bewaard \"gebleven\" <b>", omschrijving="\nEen\n\nTwee",
                   inzet="eenmalig")
    assert client.post("/uitloggen", {}).status == 303
    client.cookie = token
    answer = client.post("/beheer/vacatures/nieuw", form)
    assert answer.status == 401 and "no-store" in answer.headers["Cache-Control"]
    carried = {name: values(answer.text, name) for name in re.findall(r'name="(mee\.[^"]+)"', answer.text)}
    assert carried["mee.veld.titel"] == form["titel"] and carried["mee.veld.omschrijving"].strip() == form["omschrijving"].strip()
    wrong = client.post("/inloggen", carried | {"email": who.OTHER_MEMBER, "wachtwoord": "vergist"})
    assert wrong.status == 422 and values(wrong.text, "mee.veld.titel") == form["titel"], "a mistake loses nothing"
    offered = client.post("/inloggen", carried | {"email": who.OTHER_MEMBER, "wachtwoord": who.PASSWORD})
    assert offered.status == 200 and 'action="/beheer/vacatures/nieuw"' in offered.text
    sent = {name: values(offered.text, name) for name in form if name in offered.text}
    assert sent["titel"] == form["titel"]
    done = client.post("/beheer/vacatures/nieuw", form | sent)
    assert done.status == 303 and "melding=ingestuurd" in done.location
    assert installation.sql("select count(*) from vacancy where title like 'Bewaard%'") == [("1",)]


def test_the_way_back_leads_nowhere_else(people):
    for path in ("https://elders.example/", "//elders.example/", "/\\elders.example", "/beheer/../\\x", "/uitloggen", "/beheer//x.example"):
        client = people.client()
        assert values(client.get("/inloggen?terug=" + path).text, "terug") is None


def test_cookies_and_headers(people):
    client = people.client()
    answer = client.post("/inloggen", {"email": who.MEMBER, "wachtwoord": who.PASSWORD})
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=") and "Domain" not in cookie
    assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
    for path in ("/", "/beheer", "/bestaat-niet", "/inloggen"):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff" and "Server" not in headers
    assert "no-store" in client.get("/beheer").headers["Cache-Control"]


def test_guessing_passwords_is_slowed_down(people):
    client, email = people.client(), "niemand@raden.example"
    answers = [client.post("/inloggen", {"email": email, "wachtwoord": f"gok nummer {n} van mij"}).status for n in range(11)]
    assert answers == [422] * 10 + [429]
