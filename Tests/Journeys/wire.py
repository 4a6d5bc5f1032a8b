"""HTTP without a browser: one request, exactly as given, and its answer."""

import gzip
import http.client
import urllib.parse


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()
        if self.headers.get("Content-Encoding") == "gzip":
            self.body = gzip.decompress(self.body)
        self.text = self.body.decode("utf-8", errors="replace")

    @property
    def location(self):
        return self.headers.get("Location", "")


class Client:
    def __init__(self, port, centre, visitor):
        self.port = port
        self.host = f"{centre}.localhost:{port}"
        self.visitor = visitor
        self.cookie = None

    def get(self, path, headers=None):
        return self.send("GET", path, None, headers or {})

    def post(self, path, fields, headers=None):
        """Sends a form; `fields` are pairs or a dictionary, or bytes that are sent as they are."""
        body = fields if isinstance(fields, bytes) else urllib.parse.urlencode(fields).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.send("POST", path, body, kind | (headers or {}))

    def send(self, method, path, body, headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=45)
        sent = {"Host": self.host, "X-Forwarded-For": self.visitor} | headers
        if self.cookie and "Cookie" not in sent:
            sent["Cookie"] = f"__Host-session={self.cookie}"
        try:
            connection.request(method, path, body, sent)
            answer = Answer(connection.getresponse())
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            if name == "__Host-session":
                self.cookie = value or None
        return answer
