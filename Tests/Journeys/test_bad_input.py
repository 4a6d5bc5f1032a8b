"""Texts nobody expects, requests no browser sends. Over HTTP, without a browser."""

import socket
import threading
import time
import urllib.parse

import pytest

import people as who
from forms import Seals, organisation, response, values, vacancy

MARKUP = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;{{name}}%s"
ODD_TEXTS = {
    "emoji": "Zwemmen 🏊🏽‍♀️ met 👨‍👩‍👧‍👦",
    "right to left": "مرحبا بالعالم שלום",
    "accents that combine": "Zoe\u0308 e\u0301n Rene\u0301e " + "a" + "\u0301" * 30,
    "markup": MARKUP,
    "quotes for databases": "Robert'); drop table vacancy;-- \\' \" `",
    "control characters": "a\x01b\x07c\x1bd\x7fe",
    "nought": "nul\x00teken",
    "line ends": "een\r\ntwee\rdrie\nvier",
}
SLOW = {
    "half a head": ([b"GET / HTTP/1.1\r\nHost: borne.local"], 0),
    "nothing": ([b""], 0),
    "half a body": ([b"POST /inloggen HTTP/1.1\r\nHost: borne.localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                     b"Content-Length: 1000\r\n\r\nemail=a"], 0),
    "a dripping head": ([b"GET / HTTP/1.1\r\n"] + [b"X-%d: 1\r\n" % n for n in range(60)], 1),
    "a dripping body": ([b"POST /inloggen HTTP/1.1\r\nHost: borne.localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                         b"Content-Length: 1000\r\n\r\n"] + [b"e"] * 60, 1),
}


@pytest.fixture(scope="module", autouse=True)
def slow_clients(request, installation):
    """They begin with this file and are judged at its end, so that nobody waits for them."""
    threads, took = [], {}

    def dawdle(kind):
        pieces, pause = SLOW[kind]
        start = time.monotonic()
        with socket.create_connection(("127.0.0.1", installation.port), timeout=45) as connection:
            try:
                for piece in pieces:
                    connection.sendall(piece)
                    connection.settimeout(pause or 45)
                    try:
                        while connection.recv(4096):
                            pass
                        break
                    except TimeoutError:
                        continue
            except OSError:
                pass
        took[kind] = time.monotonic() - start

    if any(item.path == request.path and item.get_closest_marker("slow") for item in request.session.items):
        threads = [threading.Thread(target=dawdle, args=(kind,), daemon=True) for kind in SLOW]
        for thread in threads:
            thread.start()
    return threads, took


@pytest.fixture(scope="module")
def seals(people, found):
    """Seals for the form of responses."""
    return Seals(people.client(), found["open"] + "/reageren/zonder-account", len(ODD_TEXTS) + 3)


@pytest.fixture(scope="module")
def registrations(people):
    return Seals(people.client(), "/inschrijven/organisatie", 3)


@pytest.mark.parametrize("kind", ODD_TEXTS)
def test_odd_text_arrives_as_it_was(kind, people, found, seals, installation):
    """Sent, stored, and shown to the organisation without one character of it becoming markup."""
    text, visitor, reader = ODD_TEXTS[kind], people.client(), people.client(who.ADMINISTRATOR)
    fields = response(seals.take(), naam=f"Odd {kind} {text}"[:90], bericht=text)
    assert visitor.post(found["open"] + "/reageren/zonder-account", fields).status == 303
    rows = installation.sql(f"select id from application where name like 'Odd {kind}%'")
    assert len(rows) == 1
    newline = "chr(10)" if installation.postgres else "char(10)"
    stored = installation.sql(f"select replace(message, {newline}, '|') from application where id = {rows[0][0]}")
    kept = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c == "\n" or c >= " " and c != "\x7f")
    assert stored[0][0] == kept.replace("\n", "|")
    owner = installation.sql(
        "select m.email from application a join organisation_member o on o.organisation_id = a.organisation_id "
        f"join account m on m.id = o.account_id where a.id = {rows[0][0]}")[0][0]
    page = people.client(owner).get(f"/beheer/reacties/{rows[0][0]}")
    assert page.status == 200 and reader.get("/centrum/postvak-uit").status == 200
    assert "<script>alert" not in page.text and "<img src=x" not in page.text and "\x00" not in page.text


FORMS = {
    "organisation": ("/inschrijven/organisatie", organisation, None),
    "response": ("{open}/reageren/zonder-account", response, None),
    "vacancy": ("/beheer/vacatures/nieuw", vacancy, who.MEMBER),
    "own organisation": ("/beheer/organisatie", lambda mark: {
        name: value for name, value in organisation(mark).items() if not name.startswith(("contact", "naam", "rechtsvorm", "voorwaarden", "w-", "zegel"))},
        who.OTHER_MEMBER),
    "log in": ("/inloggen", lambda mark: {"email": "", "wachtwoord": "", "terug": ""}, None),
    "forgotten": ("/wachtwoord/vergeten", lambda mark: {"email": ""}, None),
    "refusal": ("/centrum/organisaties/{waiting}/afwijzen", lambda mark: {"reden": ""}, who.ADMINISTRATOR),
}


@pytest.mark.parametrize("form", FORMS)
def test_markup_in_every_field_stays_text(form, people, found):
    path, fields, person = FORMS[form]
    client = people.client(person)
    sent = {name: MARKUP for name in fields("x")} | ({"reden": ""} if form == "refusal" else {})
    answer = client.post(path.format(**found), sent)
    assert answer.status == 422, answer.status
    assert "<script>alert" not in answer.text and "<img src=x" not in answer.text
    shown = [name for name in sent if values(answer.text, name) == MARKUP]
    assert len(shown) >= {"organisation": 10, "own organisation": 7, "response": 4, "vacancy": 4, "log in": 1, "forgotten": 1, "refusal": 0}[form], shown


@pytest.mark.parametrize("path", ["/vacatures?q={}", "/centrum/organisaties?q={}", "/centrum/vacatures?q={}", "/inloggen?terug={}",
                                  "/wachtwoord/vergeten?email={}", "/wachtwoord/instellen/{}", "/{}", "/vacatures/1-{}"])
def test_markup_in_addresses_stays_text(path, people):
    answer = people.client(who.ADMINISTRATOR).get(path.format(urllib.parse.quote(MARKUP, safe="")))
    assert answer.status < 500 and "<script>alert" not in answer.text and "<img src=x" not in answer.text


@pytest.mark.parametrize("form", ["organisation", "response", "vacancy"])
def test_names_of_2000_characters_are_refused_and_kept(form, people, found):
    path, fields, person = FORMS[form]
    name, long = {"vacancy": "titel"}.get(form, "naam"), "é" * 2000
    answer = people.client(person).post(path.format(**found), fields("x") | {name: long})
    assert answer.status == 422 and "2000" in answer.text.replace(".", "") and values(answer.text, name) == long


@pytest.mark.parametrize("body", [b"naam=%ff%fe", b"naam=%zz", b"naam=\xc3\x28", b"naam=%C0%80", b"naam=%ED%A0%80", b"naam=%4"])
def test_broken_text_is_refused(body, people, found):
    assert people.client().post(found["open"] + "/reageren/zonder-account", body).status == 400


def test_what_is_too_large_or_too_much(people, found):
    client, path = people.client(), found["open"] + "/reageren/zonder-account"
    assert client.post(path, b"bericht=" + b"a" * 300_000).status == 413
    assert client.post(path, b"&".join(b"a=1" for _ in range(1500))).status == 413
    assert client.post(path, b"{}", {"Content-Type": "application/json"}).status == 415
    assert client.get("/" + "a" * 20_000).status in (404, 414, 431)
    assert client.get("/", {"Cookie": "__Host-session=" + "x" * 7000}).status == 200


@pytest.mark.parametrize("headers", [
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://elders.example"}, {"Origin": "null"},
    {"Origin": "http://hasselt.localhost"}])
def test_forms_of_another_site_are_refused(headers, people, found):
    for path in (found["open"] + "/reageren/zonder-account", "/uitloggen", "/inloggen", "/inschrijven/organisatie"):
        assert people.client().post(path, {"naam": "x"}, headers).status == 403
    assert people.client(who.MEMBER).post("/beheer/vacatures/nieuw", {}, headers).status == 403


def test_the_same_form_twice_counts_once(people, found, seals, registrations, installation):
    client, answers = people.client(), []
    fields = response(seals.take(), naam="Dubbele Dina")
    senders = [threading.Thread(target=lambda: answers.append(client.post(found["open"] + "/reageren/zonder-account", fields))) for _ in range(4)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert [answer.status for answer in answers] == [303] * 4
    assert installation.sql("select count(*) from application where name = 'Dubbele Dina'") == [("1",)]
    form = organisation(registrations.take(), naam="Dubbel Doel", contact_email="dubbel@doel.example")
    assert [client.post("/inschrijven/organisatie", form).status for _ in range(2)] == [303, 303]
    assert installation.sql("select count(*) from organisation where name = 'Dubbel Doel'") == [("1",)]


def test_robots_and_the_hasty_are_not_stored(people, found, seals, registrations, installation):
    client, path = people.client(), found["open"] + "/reageren/zonder-account"
    assert client.post(path, response(seals.take(), naam="Ro Bot") | {"extra-regel": "x"}).status == 422
    hasty = Seals(client, path, 1).ready.pop()
    assert client.post(path, response(hasty, naam="Ha Stig")).status == 422
    assert client.post(path, response("nep.nep.nep", naam="Ver Valst")).status == 422
    assert installation.sql("select count(*) from application where name in ('Ro Bot', 'Ha Stig', 'Ver Valst')") == [("0",)]


@pytest.mark.parametrize("query", [
    "q=" + "a" * 8000, "q=" + urllib.parse.quote("woord " * 1200), "q=" + urllib.parse.quote("🐶🙈" * 500), "q=%22%27%60%3B--%20OR%201%3D1%20*%20(%20AND",
    "q=" + urllib.parse.quote("de het een met iets"), "q=%20%20%09", "q=" + urllib.parse.quote("привет 你好 مرحبا"), "q=%00%01%EF%BB%BF",
    "plaats=Nergenshuizen&afstand=5", "plaats=7621&afstand=-3", "plaats=7621&afstand=99999999999999999999", "plaats=" + urllib.parse.quote("ü" * 3000),
    "&".join(f"interesse=x{n}" for n in range(900)), "interesse=taal&" * 500, "gemeente=Hasselt", "sort=bestaat-niet&pagina=-9", "pagina=999999999999999999999",
    "inzet=structureel&inzet=eenmalig&dagdeel=avond&taal=geen&aanbod=rustig&doelgroep=groepen&activiteit=koken&thuis=2"])
def test_any_question_gets_an_answer(query, people):
    for path in ("/vacatures", "/en/vacatures", "/vacatures.atom"):
        answer = people.client().get(f"{path}?{query}")
        assert answer.status < 500 and (answer.status != 200 or answer.text), (path, answer.status)
    assert people.client().get("/vacatures?q=koken").status == 200


@pytest.mark.parametrize("fields", [
    {"stap": "99"}, {"stap": "-1", "naar": "0"}, {"naar": "uitkomst"}, {"stap": "waar", "naar": "", "plaats": "x" * 5000},
    {"stap": "letten-op", "naar": "", "leeftijd": "duizend"}, {"stap": "letten-op", "naar": "bestaat-niet", "leeftijd": "-4"},
    {"stap": "wat-klopt", "klopt-x": "leuk"}, {"stap": "leuk", "naar": "wat-klopt", "niet": "-1", "gevraagd": "x" * 900},
    {"stap": "leuk", "naar": "", **{f"niet{n}": str(n) for n in range(900)}, "niet": "9" * 40},
    {"naar": "letten-op", "interesse": MARKUP, "plaats": MARKUP, "taal": MARKUP, "thuis": MARKUP, "afstand": "1e9"}])
def test_any_answers_get_a_page(fields, people):
    answer = people.client().post("/past-bij-jou", fields)
    # Each leads to an address that holds the answers.
    assert answer.status == 303, answer.status
    answer = people.client().get(answer.location)
    assert answer.status in (200, 422), answer.status
    assert "<script>alert" not in answer.text and "<img src=x" not in answer.text


@pytest.mark.slow
def test_slow_clients_are_let_go(slow_clients):
    """Each of these is closed by the server within 40 seconds."""
    threads, took = slow_clients
    for thread in threads:
        thread.join(62)
    late = {kind: round(took.get(kind, 99)) for kind in SLOW if took.get(kind, 99) > 40}
    assert not late, f"still open after 40 s: {late}"
