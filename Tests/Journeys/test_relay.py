"""Answers by plain mail: by LMTP and SMTP, as a mail server would hand them over; and whatever else comes to that port."""

import email.message
import re
import smtplib
import threading

import pytest

import people as who
from walk import Person


def reply(to, sender, text, **headers):
    message = email.message.EmailMessage()
    message["From"], message["To"], message["Subject"] = f"Iemand <{sender}>", to, "Antw: Nieuwe reactie"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text + f"\n\nOp ma 30 nov 2026 om 09:14 schreef Wijkrijk <{to}>:\n\n> Er is een nieuwe reactie.\n")
    return message


def address(mail):
    """Where a mail program sends an answer."""
    return mail.reply_to[mail.reply_to.index("<") + 1:-1] if "<" in mail.reply_to else mail.reply_to


@pytest.fixture
def relay(installation):
    def send(message, to=None, kind=smtplib.LMTP):
        with kind("127.0.0.1", installation.relay_port) as server:
            server.send_message(message, message["From"].split("<")[1][:-1], [to or message["To"]])
    return send


def test_both_sides_answer_by_mail(new_page, people, mailbox, relay, found):
    page = new_page("desktop", cookie=people.cookie(who.VOLUNTEER))
    volunteer = Person(page, "desktop")
    page.goto(f"/mijn/reacties/{found['own_response']}")
    before = mailbox.mark()
    volunteer.fill({"Je bericht": "Past dinsdag ook?"})
    volunteer.click("Bericht versturen", roles=("button",))
    arrived = mailbox.one(who.MEMBER, before)
    to = address(arrived)
    assert to.endswith("@antwoord.example") and "Past dinsdag" not in arrived.text
    # By the organisation's own mail program, in capitals as some write it.
    before = mailbox.mark()
    relay(reply(to.upper().replace("@ANTWOORD.EXAMPLE", "@antwoord.example"), who.MEMBER, "Ja hoor, om tien uur."))
    answered = mailbox.one(who.VOLUNTEER, before)
    page.reload()
    volunteer.sees("Ja hoor, om tien uur.")
    assert "Er is een nieuwe reactie" not in page.locator("main").inner_text()
    # And back, through a server that speaks SMTP.
    before = mailbox.mark()
    relay(reply(address(answered), who.VOLUNTEER, "Fijn, tot dan!"), kind=smtplib.SMTP)
    mailbox.one(who.MEMBER, before)
    page.reload()
    volunteer.sees("Fijn, tot dan!")
    # Away: kept aside, and seen on the page.
    relay(reply(address(answered), who.VOLUNTEER, "Ik ben er niet.", Auto_Submitted="auto-replied"))
    page.reload()
    volunteer.sees("mails zoals die binnenkwamen")
    # From another mailbox: she is told at her own, and nobody answers for her.
    before = mailbox.mark()
    relay(reply(address(answered), "iemand@elders.example", "Ik kom toch niet."))
    told = mailbox.one(who.VOLUNTEER, before, about="je mail")
    assert "van een ander adres" in told.text and "Ik kom toch niet." not in told.text
    page.reload()
    assert "Ik kom toch niet." in page.locator("details", has_text="zoals die binnenkwamen").inner_html()


def test_what_does_not_belong_there_is_refused(relay, installation):
    for wrong in ("reactie+0000000000000000000000000000000000@antwoord.example", "info@antwoord.example", "x@elders.example"):
        with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
            relay(reply(wrong, who.MEMBER, "Dag"))
        assert refused.value.recipients[wrong][0] == 550
    with smtplib.LMTP("127.0.0.1", installation.relay_port) as server:
        server.ehlo()
        assert server.docmd("MAIL FROM:<x@x.example> SIZE=11000000")[0] == 552
        assert server.docmd("RCPT TO:<x@x.example>")[0] == 503
        assert server.docmd("DATA")[0] == 503
        assert server.docmd("X" * 5000)[0] == 500
        assert server.docmd("HELP")[0] == 500
        assert server.noop()[0] == 250


def test_one_mail_is_not_taken_for_two(people, mailbox, relay, installation, found):
    """A bare line feed around the point ends no mail: else words of the first would be commands of a second."""
    client = people.client(who.VOLUNTEER)
    path = f"/mijn/reacties/{found['own_response']}"
    before = mailbox.mark()
    seal = re.search(r"name='zegel' value='([^']+)'", client.get(path).text)[1]
    client.post(path + "/bericht", {"bericht": "Welke ingang?", "zegel": seal, "gelezen": "99"})
    to = address(mailbox.one(who.MEMBER, before, about="nieuw bericht"))
    smuggled = f"Ingang A.\n.\nMAIL FROM:<x@x.example>\r\nRCPT TO:<{to}>\r\nDATA\r\nFrom: {who.MEMBER}\r\n\r\nGesmokkeld."
    with smtplib.LMTP("127.0.0.1", installation.relay_port) as server:
        server.ehlo()
        assert server.mail(who.MEMBER)[0] == 250 and server.rcpt(to)[0] == 250
        assert server.docmd("DATA")[0] == 354
        server.send(f"From: {who.MEMBER}\r\nSubject: x\r\n\r\n{smuggled}\r\n.\r\n".encode())
        assert server.getreply()[0] == 250
        assert server.noop()[0] == 250
    said = [text for (text,) in installation.sql("select text from relayed_mail where text like '%Gesmokkeld%'")]
    assert len(said) == 1 and said[0].startswith("Ingang A."), said


def test_a_thousand_at_once_and_a_photograph(people, mailbox, relay, installation, found):
    client = people.client(who.VOLUNTEER)
    path = f"/mijn/reacties/{found['own_response']}"
    before = mailbox.mark()
    seal = re.search(r"name='zegel' value='([^']+)'", client.get(path).text)[1]
    client.post(path + "/bericht", {"bericht": "Nog een vraag", "zegel": seal, "gelezen": "99"})
    to = address(mailbox.one(who.MEMBER, before, about="nieuw bericht"))
    # Ten megabytes: the words arrive, the file does not.
    message = reply(to, who.MEMBER, "Zie de foto.")
    message.add_attachment(b"\xff" * 6_900_000, maintype="image", subtype="jpeg", filename="foto.jpg")
    before = mailbox.mark()
    relay(message)
    assert "maar je bestand niet" in mailbox.one(who.MEMBER, before, about="je mail").text
    assert "Zie de foto." in client.get(path).text
    # What ends a program that reads it, ends no server.
    bomb = f"From: {who.MEMBER}\r\nTo: {'a:' * 200_000}\r\nSubject: x\r\n\r\nDag\r\n"
    with smtplib.LMTP("127.0.0.1", installation.relay_port) as server:
        server.ehlo()
        assert server.mail(who.MEMBER)[0] == 250 and server.rcpt(to)[0] == 250
        assert server.docmd("DATA")[0] == 354
        server.send(bomb.encode() + b".\r\n")
        assert server.getreply()[0] == 554
    assert client.get(path).status == 200
    # A thousand, of which many are asked to come back: what was taken is kept, and the page still answers.
    taken, later = [], []

    def send(number):
        try:
            relay(reply(to, who.MEMBER, f"Bericht nummer {number}.", Message_ID=f"<{number % 200}@duizend.example>"))
            taken.append(number)
        except (smtplib.SMTPException, OSError):
            later.append(number)

    for start in range(0, 1000, 100):
        threads = [threading.Thread(target=send, args=(number,)) for number in range(start, start + 100)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(taken) > 300, (len(taken), len(later))
    kept = int(installation.sql("select count(*) from relayed_mail where message_key <> ''")[0][0])
    # Fifty that are no answer and ten that are, beside those of the tests before.
    assert kept <= 70
    said = int(installation.sql("select count(*) from application_message where text like 'Bericht nummer %'")[0][0])
    assert said <= 10
    assert client.get(path).status == 200
