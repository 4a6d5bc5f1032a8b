"""Reads a message from standard input with Python's parser and prints what a mail program would show, as JSON."""

import email
import email.header
import email.policy
import email.utils
import json
import re
import sys

raw = sys.stdin.buffer.read()
message = email.message_from_bytes(raw, policy=email.policy.default)


# The newer parser of Python 3.11 keeps the space between neighbouring encoded words of a name, against RFC 2047;
# the older one does not.
older = email.message_from_bytes(raw, policy=email.policy.compat32)


def addresses(name):
    pairs = email.utils.getaddresses([re.sub("\r?\n", "", value) for value in older.get_all(name, [])])
    return [[str(email.header.make_header(email.header.decode_header(n))), a] for n, a in pairs]


def body(kind):
    part = message.get_body((kind,))
    return part.get_content().replace("\r\n", "\n") if part else None


print(
    json.dumps(
        {
            "subject": message["Subject"],
            "from": addresses("From"),
            "to": addresses("To"),
            "reply_to": addresses("Reply-To"),
            "text": body("plain"),
            "html": body("html"),
            "headers": {name: str(value) for name, value in message.items()},
            "date": message["Date"].datetime.isoformat(),
            "defects": [str(d) for part in message.walk() for d in part.defects]
            + [str(d) for v in message.values() for d in getattr(v, "defects", ())],
            "longest_line": max(len(line) for line in raw.split(b"\r\n")),
            "bare_line_breaks": raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
            "ascii": raw.isascii(),
        }
    )
)
