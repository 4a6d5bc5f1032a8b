"""The mail catcher's folder, read as a person would: by whom it is for and what it says."""

import email
import email.policy
import html.parser
import json
import time


class Button(html.parser.HTMLParser):
    """Collects the links of a message: where to, what they say, how they look."""

    def __init__(self, source):
        super().__init__()
        self.links = []
        self.open = None
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.open = dict(attributes) | {"text": ""}

    def handle_data(self, data):
        if self.open is not None:
            self.open["text"] += data

    def handle_endtag(self, tag):
        if tag == "a" and self.open is not None:
            self.links.append(self.open)
            self.open = None


class Mail:
    def __init__(self, path):
        self.number = int(path.stem)
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        self.to = json.loads(path.with_suffix(".json").read_text())["to"]
        self.subject = message["Subject"]
        self.reply_to = message["Reply-To"]
        self.stop = (message["List-Unsubscribe"], message["List-Unsubscribe-Post"])
        self.text = self.body(message, "plain")
        self.html = self.body(message, "html")
        self.links = Button(self.html).links

    @staticmethod
    def body(message, kind):
        part = message.get_body((kind,))
        return part.get_content().replace("\r\n", "\n") if part else ""

    def link_to(self, path):
        """The address of the link in which `path` occurs."""
        found = [link["href"] for link in self.links if path in link.get("href", "")]
        assert found, f"no link with {path} in “{self.subject}”: {[l.get('href') for l in self.links]}"
        return found[0]

    def __repr__(self):
        return f"<{self.number} to {self.to}: {self.subject}>"


class Mailbox:
    def __init__(self, installation):
        self.installation = installation
        self.folder = installation.mail
        self.read = {}

    def all(self):
        for path in sorted(self.folder.glob("*.eml")):
            if path.name not in self.read:
                self.read[path.name] = Mail(path)
        return list(self.read.values())

    def settle(self, seconds=60):
        """Waits until nothing is owed any more: the mails of the demo's past, and what the last act brought about.

        A mail is owed by a job, made in the transaction of the act; what waits for a later attempt does not count.
        """
        deadline = time.monotonic() + seconds
        while self.owed():
            assert time.monotonic() < deadline, f"jobs that do not end: {self.owed()}"
            time.sleep(0.05)

    def owed(self):
        now = int(time.time() * 1000)
        return self.installation.sql(
            f"select name, key from job where state = 'running' or (state = 'waiting' and run_at <= {now}) order by id limit 5")

    def mark(self):
        """What arrives from here on has a higher number."""
        return max((mail.number for mail in self.all()), default=0)

    def to(self, address, since=0, about=""):
        return [
            mail
            for mail in self.all()
            if address in mail.to and mail.number > since and about in mail.subject + mail.text
        ]

    def one(self, address, since=0, about="", seconds=20):
        """Waits for a mail, then answers it; more than one is wrong."""
        deadline = time.monotonic() + seconds
        while not (found := self.to(address, since, about)):
            assert time.monotonic() < deadline, f"no mail to {address} about {about!r}; the last are {self.all()[-8:]}"
            time.sleep(0.05)
        self.settle()
        found = self.to(address, since, about)
        assert len(found) == 1, f"more than one mail: {found}"
        return found[0]
