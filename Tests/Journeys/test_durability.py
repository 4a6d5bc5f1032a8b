"""What was acknowledged is there: the server is killed with -9 amid a hundred concurrent submissions."""

import http.client
import re
import threading
import time
import urllib.parse

from installation import Installation

SENDERS = 100


def request(port, method, path, address, form=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    headers = {"Host": f"borne.localhost:{port}", "X-Forwarded-For": address, "Sec-Fetch-Site": "same-origin"}
    body = None
    if form is not None:
        body = urllib.parse.urlencode(form)
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_killed_server_keeps_what_it_acknowledged():
    with Installation() as it:
        _, listing = request(it.port, "GET", "/vacatures", "10.9.0.1")
        path = re.search(r'href="(/vacatures/\d+-[^"]+)"', listing)[1] + "/reageren/zonder-account"
        seals = []
        for number in range(SENDERS):
            _, page = request(it.port, "GET", path, f"10.9.1.{number}")
            seals.append(re.search(r'name="zegel" value="([^"]+)"', page)[1])
        time.sleep(3.2)  # a form that is sent within three seconds counts as a robot's

        acknowledged, enough = set(), threading.Event()

        def send(number):
            form = {"naam": f"Getuige {number}", "email": f"getuige{number}@post.example", "bericht": "Ik kom.", "zegel": seals[number], "w-naam": ""}
            try:
                status, _ = request(it.port, "POST", path, f"10.9.1.{number}", form)
            except (OSError, http.client.HTTPException):
                return
            if status == 303:
                acknowledged.add(f"Getuige {number}")
                if len(acknowledged) >= 30:
                    enough.set()

        threads = [threading.Thread(target=send, args=(number,)) for number in range(SENDERS)]
        for thread in threads:
            thread.start()
        assert enough.wait(30), "too few submissions came through to say anything"
        it.server.kill()
        it.server.wait()
        for thread in threads:
            thread.join()

        with it.log.open("ab") as log:
            it.server = it.start([it.binary, "serve"], env=it.environment(9), out=log)
        it.wait_until_ready()
        stored = {row[0] for row in it.sql("select name from application where name like 'Getuige%'")}
        assert acknowledged <= stored
        # All or nothing: each response that is there has its history, its audit row and its mails.
        counts = it.sql(
            """
            select count(*) from application a where a.name like 'Getuige%' and (
                not exists (select 1 from state_change s where s.subject = 'application' and s.subject_id = a.id)
                or not exists (select 1 from audit u where u.subject = 'application' and u.subject_id = a.id)
                or not exists (select 1 from mail m where m.to_address = a.email)
                or not exists (select 1 from job j join mail m on j.key = 'mail:' || m.key where m.to_address = a.email))
            """
        )
        assert counts == [("0",)]
