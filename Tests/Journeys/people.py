"""Who logs in. One session per person for the whole run: the server counts attempts per account."""

from wire import Client

PASSWORD = "samen voor de buurt"
ADMINISTRATOR = "marjan@wijkrijk.example"
MEDIATOR = "yusuf@wijkrijk.example"
DESK = "balie@wijkrijk.example"
MEMBER = "ilse@weekend-borne.example"
OTHER_MEMBER = "ria@dewarmepan.example"
# Nobody changes anything for these: one has a vacancy in the queue, the other has none.
QUEUED_MEMBER = "hennie@kattenstaart.example"
QUIET_MEMBER = "moniek@haverveldje.example"
# Asks for a new password in one test only: a second request within ten minutes brings no second mail.
RESET_MEMBER = "karin@hetlindeblad.example"
# A coordinator, and from one test on a volunteer too.
BECOMES_VOLUNTEER = "marloes@verreburen.example"
VOLUNTEER = "fatma@vrijwilliger.example"
FLEMISH_ADMINISTRATOR = "lieve@punt-hasselt.example"


class People:
    def __init__(self, installation, next_visitor):
        self.installation = installation
        self.next_visitor = next_visitor
        self.tokens = {}

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
