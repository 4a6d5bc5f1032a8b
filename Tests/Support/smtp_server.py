"""A real SMTP server for tests.

smtp_server.py FOLDER [--port N] [--starttls CERT KEY | --smtps CERT KEY] [--auth USER PASSWORD]

Prints "ready PORT". Stores what it accepts as FOLDER/0001.eml with FOLDER/0001.json (the envelope).
What a recipient's local part asks for: weg@ is refused (550), ver@ is not relayed, lijst@ has us on a list,
later@ is put off (451), kapot@ is refused after
the message (554), traag@ gets no answer for a minute, breek@ is stored but the line breaks before the answer,
stop@ makes the server hang up after storing. With a 1 at the end (later1@) this happens the first time only.
"""

import argparse
import asyncio
import itertools
import json
import os
import pathlib
import signal
import ssl

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--starttls", nargs=2)
parser.add_argument("--smtps", nargs=2)
parser.add_argument("--auth", nargs=2)
options = parser.parse_args()


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.numbers = itertools.count(len(list(folder.glob("*.eml"))) + 1)
        self.sessions = itertools.count(1)
        self.seen = set()

    def mood(self, address):
        """What the address asks for; "" for nothing."""
        local = address.split("@")[0]
        if not local.endswith("1"):
            return local
        first = local not in self.seen
        self.seen.add(local)
        return local[:-1] if first else ""

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        session.number = getattr(session, "number", None) or next(self.sessions)
        return responses

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if address.startswith("geweigerd@"):
            return "550 5.7.1 Sender not allowed"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        mood = self.mood(address)
        if mood == "weg":
            return "550 5.1.1 Deze persoon werkt hier niet meer"
        if mood == "ver":
            return "554 5.7.1 <ver@example.org>: Relay access denied"
        if mood == "lijst":
            return "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org"
        if mood == "later":
            return "451 4.7.1 Try again later"
        envelope.mood = mood
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.mood == "kapot":
            return "554 5.6.0 Message refused"
        if envelope.mood == "traag":
            await asyncio.sleep(60)
        name = f"{next(self.numbers):04}"
        temporary = self.folder / f"{name}.tmp"
        temporary.write_bytes(envelope.original_content)
        facts = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None or options.smtps is not None,
            "user": session.auth_data.login.decode() if session.auth_data else None,
            "session": session.number,
        }
        (self.folder / f"{name}.json").write_text(json.dumps(facts))
        temporary.rename(self.folder / f"{name}.eml")
        if envelope.mood == "breek":
            server.transport.abort()
        if envelope.mood == "stop":
            asyncio.get_running_loop().call_soon(server.transport.close)
        return "250 2.0.0 Stored"


def authenticate(server, session, envelope, mechanism, data):
    expected = tuple(part.encode() for part in options.auth)
    fits = isinstance(data, LoginPassword) and (data.login, data.password) == expected
    return AuthResult(success=fits, handled=False, auth_data=data)


def context(files):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(*files)
    return made


async def main():
    options.folder.mkdir(parents=True, exist_ok=True)
    handler = Handler(options.folder)
    settings = {"hostname": "localhost", "loop": asyncio.get_running_loop()}
    if options.auth:
        settings |= {
            "authenticator": authenticate,
            "auth_required": True,
            "auth_require_tls": bool(options.starttls),
        }
    if options.starttls:
        settings |= {"tls_context": context(options.starttls), "require_starttls": True}
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(handler, **settings),
        "127.0.0.1",
        options.port,
        ssl=context(options.smtps) if options.smtps else None,
    )
    print("ready", server.sockets[0].getsockname()[1], flush=True)
    # Who starts us may have blocked signals, and may die without ending us.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGINT})
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    parent = os.getppid()
    while not stop.is_set() and os.getppid() == parent:
        try:
            await asyncio.wait_for(stop.wait(), timeout=1)
        except asyncio.TimeoutError:
            pass
    # At once, without waiting for sessions.
    os._exit(0)


asyncio.run(main())
