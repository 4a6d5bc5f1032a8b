"""Who logs in. One session per person for the whole run: the server counts attempts per account."""

import html
import re

from wire import Client

PASSWORD = "samen voor de buurt"
ADMINISTRATOR = "marjan@wijkrijk.example"
MEDIATOR = "yusuf@wijkrijk.example"
DESK = "balie@wijkrijk.example"
MEMBER = "ilse@weekend-borne.example"
OTHER_MEMBER = "ria@dewarmepan.example"
FLEMISH_ADMINISTRATOR = "lieve@punt-hasselt.example"


class People:
    def __init__(self, installation, next_visitor):
        self.installation = installation
        self.next_visitor = next_visitor
        self.tokens = {}
        self.known = None

    def client(self, email=None, centre="borne"):
        """An HTTP client without a browser, signed in as somebody."""
        client = Client(self.installation.port, centre, self.next_visitor())
        if email:
            client.cookie = self.token(email, centre)
        return client

    def token(self, email, centre="borne"):
        if email not in self.tokens:
            client = Client(self.installation.port, centre, self.next_visitor())
            answer = client.post("/inloggen", {"email": email, "wachtwoord": PASSWORD})
            assert answer.status == 303, f"{email} cannot log in: {answer.status}"
            self.tokens[email] = client.cookie
        return self.tokens[email]

    def cookie(self, email, centre="borne"):
        """The session as a browser's cookie."""
        return {
            "name": "__Host-session",
            "value": self.token(email, centre),
            "url": f"https://{centre}.localhost",
            "secure": True,
            "httpOnly": True,
            "sameSite": "Lax",
        }

    def records(self):
        """Numbers of records to look at, found by clicking through as the people who see them."""
        if self.known is None:
            self.known = self.find_records()
        return self.known

    def find_records(self):
        staff, member = self.client(ADMINISTRATOR), self.client(MEMBER)
        flemish = self.client(FLEMISH_ADMINISTRATOR, "hasselt")
        open_vacancy = first(r'href="(/vacatures/\d+-[^"]+)"', self.client().get("/vacatures").text)
        profile = self.own_vacancy(member, "published")
        return {
            "open": open_vacancy,
            "organisation": first(r'href="(/organisaties/\d+-[^"]+)"', self.client().get(open_vacancy).text),
            "closed": "/vacatures/" + self.vacancy("offline"),
            "queued": self.vacancy("queued"),
            "published": self.vacancy("published"),
            "waiting": first(r'href="/centrum/organisaties/(\d+)"', staff.get("/centrum").text),
            "active": first(r'href="/centrum/organisaties/(\d+)"', staff.get("/centrum/organisaties?q=Weekend").text),
            "mail": first(r'href="/centrum/postvak-uit/(\d+)"', staff.get("/centrum/postvak-uit").text),
            "own": profile,
            "response": first(r'href="/beheer/reacties/(\d+)"', member.get(f"/beheer/vacatures/{profile}").text),
            "other_queued": first(r'href="/centrum/vacatures/(\d+)"', flemish.get("/centrum").text),
            "other_waiting": first(r'href="/centrum/organisaties/(\d+)"', flemish.get("/centrum").text),
            "other_mail": first(r'href="/centrum/postvak-uit/(\d+)"', flemish.get("/centrum/postvak-uit").text),
        }

    def vacancy(self, state, centre="borne"):
        rows = self.installation.sql(
            f"select v.id from vacancy v join centre c on c.id = v.centre_id where v.state = '{state}' "
            f"and c.slug = '{centre}' order by v.id limit 1"
        )
        return rows[0][0]

    def own_vacancy(self, member, state):
        """One of the member's own vacancies that somebody responded to."""
        for number in re.findall(r'id="v(\d+)"', member.get("/beheer/vacatures").text):
            if "/beheer/reacties/" in member.get(f"/beheer/vacatures/{number}").text:
                return number
        raise AssertionError("the demo's member has no response")


def first(pattern, text):
    found = re.search(pattern, text)
    assert found, f"{pattern} is not in: {text[:400]}"
    return html.unescape(found.group(1))
