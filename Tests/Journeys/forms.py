"""The forms of the site as a script without a browser sends them."""

import datetime
import itertools
import html
import re
import time


def seal(text):
    """The hidden mark of a form on a page."""
    return html.unescape(re.search(r'name="zegel" value="([^"]+)"', text).group(1))


class Seals:
    """Seals that are old enough: forms sent within three seconds of opening are refused."""

    def __init__(self, client, path, count):
        self.ready = [seal(client.get(path).text) for _ in range(count)]
        self.since = time.monotonic()

    def take(self):
        time.sleep(max(0, 3.2 - (time.monotonic() - self.since)))
        return self.ready.pop()


# One person may only send so many forms a day.
numbers = itertools.count(1)


def organisation(mark, **changes):
    fields = {
        "zegel": mark, "extra-regel": "", "naam": "Proef", "rechtsvorm": "stichting", "omschrijving": "Wij proberen van alles uit.",
        "website": "www.proef.example", "organisatie-email": "info@proef.example", "organisatie-telefoon": "074 123 45 67",
        "straat": "Proefstraat", "huisnummer": "1", "postcode": "7622 AB", "plaats": "Borne", "gemeente": "Borne",
        "contact-naam": "Pia Proef", "contact-functie": "proever", "contact-email": f"pia{next(numbers)}@proef.example",
        "contact-telefoon": "06 12345678", "voorwaarden": "1",
    }
    return fields | {name.replace("_", "-"): value for name, value in changes.items()}


def response(mark, **changes):
    return {
        "zegel": mark, "extra-regel": "", "naam": "Pia Proef", "email": f"pia{next(numbers)}@proef.example", "telefoon": "06 12345678",
        "bericht": "Ik kom graag.",
    } | changes


def vacancy(mark, **changes):
    return {
        "zegel": mark, "titel": "Proefvacature", "omschrijving": "Proeven.", "bieden": "Een lepel.", "interesse": "taal",
        "inzet": "", "plaats": "Borne", "gemeente": "Borne",
        "publiceren-tot": str(datetime.date.today() + datetime.timedelta(20)),
    } | changes


def values(page, field):
    """What a form shows in a field, as the person would read it."""
    found = re.search(rf'<(?:input|textarea)[^>]*name="{re.escape(field)}"[^>]*?(?:value="([^"]*)"[^>]*>|>\n?([^<]*)</textarea>)', page)
    return html.unescape(found.group(1) if found.group(1) is not None else found.group(2)) if found else None
