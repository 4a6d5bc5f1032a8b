"""What an operator does and mistakes by hand, with the program itself."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import pytest
from installation import ROOT, free_port

BINARY = pathlib.Path(os.environ.get("SCHAKEL_TEST_SERVER") or ROOT / ".build/debug/schakel").resolve()


class Machine:
    """A folder with a configuration file; nothing of the environment reaches the program."""

    def __init__(self, folder):
        self.folder = folder
        self.config = folder / "schakel.conf"
        self.settings = {
            "SCHAKEL_DATABASE": f"sqlite:{folder}/schakel.sqlite",
            "SCHAKEL_KEY_FILE": f"{folder}/key",
            "SCHAKEL_RESOURCES": os.environ.get("SCHAKEL_TEST_RESOURCES") or str(ROOT / "Resources"),
            "SCHAKEL_METRICS_LISTEN": "",
        }

    def write(self, *more, end="\n", mark=""):
        lines = [f"{name}={value}" for name, value in self.settings.items()] + list(more)
        self.config.write_bytes((mark + "".join(line + end for line in lines)).encode())

    def run(self, *arguments, timeout=120):
        kept = {k: v for k, v in os.environ.items() if not k.startswith("SCHAKEL_")}
        return subprocess.run(
            [BINARY, *arguments, "--config", self.config], env=kept, cwd=self.folder, capture_output=True, text=True, timeout=timeout
        )

    def done(self, *arguments):
        ended = self.run(*arguments)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout + ended.stderr


@pytest.fixture
def machine(tmp_path):
    machine = Machine(tmp_path)
    machine.write()
    return machine


def centre(machine):
    machine.done("migrate")
    machine.done(
        "centre", "create", "--slug", "borne", "--name", "Wijkrijk", "--municipalities", "Borne", "--email", "info@borne.example",
        "--phone", "074 123 45 67", "--brand", "#1f5f4f", "--accent", "#f0a13a",
    )  # fmt: skip


def test_a_file_from_windows_is_read_as_meant(machine):
    machine.write("# een opmerking", 'SCHAKEL_MAIL_FROM="post@borne.example"', end="\r\n", mark="\ufeff")
    assert "applied" in machine.done("migrate")
    assert (machine.folder / "schakel.sqlite").exists()
    assert sorted(path.name for path in machine.folder.iterdir() if "\r" in path.name) == []


def test_what_is_not_understood_is_said_with_its_line(machine):
    machine.write("SCHAKEL_LOG", 'SCHAKEL_MAIL_FROM="open')
    ended = machine.run("migrate")
    assert ended.returncode == 1
    assert "Line 5 of" in ended.stderr and "Line 6 of" in ended.stderr and "quote is not closed" in ended.stderr
    machine.write("SCHAKEL_BASE_ULR=https://borne.example")
    said = machine.done("migrate")
    assert "SCHAKEL_BASE_ULR is not a setting" in said and "Do you mean SCHAKEL_BASE_URL?" in said


def test_a_restored_database_sends_nothing_until_somebody_says_so(machine, tmp_path):
    centre(machine)
    machine.done("schedule", "run")
    machine.done("backup", str(tmp_path / "backup.gz"))
    assert not list(tmp_path.glob("*.part"))
    mails = tmp_path / "mails"
    catcher = subprocess.Popen([sys.executable, ROOT / "Tests/Support/smtp_server.py", mails], stdout=subprocess.PIPE)
    try:
        port = int(catcher.stdout.readline().split()[1])
        other = Machine(tmp_path / "other")
        other.folder.mkdir()
        other.settings["SCHAKEL_SMTP"] = f"smtp://127.0.0.1:{port}"
        other.write()
        assert "mail release" in other.done("restore", str(tmp_path / "backup.gz"))
        # The key stayed behind: said at the start, with the way out.
        refused = other.run("schedule", "run")
        assert refused.returncode == 1 and "schakel key accept" in refused.stderr
        other.done("key", "accept")
        put_a_mail_in(other)
        other.done("schedule", "run")
        assert not mails.exists() or not list(mails.iterdir())
        assert "mail is held since" in other.run("doctor").stdout
        assert "1 mails go out now." in other.done("mail", "release")
        assert "No mail is held." in other.done("mail", "release")
        other.done("schedule", "run")
        assert len(list(mails.glob("*.eml"))) == 1
    finally:
        catcher.terminate()
        catcher.wait()


def put_a_mail_in(machine):
    """As any visitor causes one: somebody who forgot her password asks for a new one, by the program's own tables."""
    import sqlite3

    now = int(time.time() * 1000)
    with sqlite3.connect(machine.folder / "schakel.sqlite") as database:
        names = [row[1] for row in database.execute("pragma table_info(mail)")]
        values = {
            "centre_id": 1, "key": "k", "message_id": "<a@borne.example>", "kind": "password_reset", "language": "nl", "to_name": "A",
            "to_address": "a@mail.example", "from_name": "W", "from_address": "noreply@borne.example", "subject": "Hallo", "text": "Dag",
            "state": "waiting", "created_at": now, "attempts": 0,
        }  # fmt: skip
        used = {name: value for name, value in values.items() if name in names}
        database.execute(f"insert into mail ({','.join(used)}) values ({','.join('?' * len(used))})", list(used.values()))
        database.execute(
            "insert into job (centre_id, name, key, payload, state, run_at, attempts, created_at) values (1, 'mail.deliver', 'k', ?, 'waiting', 0, 0, 0)",
            [json.dumps({"mail": 1})],
        )


def test_the_last_line_of_a_short_command_is_written(machine):
    machine.write("SCHAKEL_ODD=1")
    for _ in range(10):
        assert "SCHAKEL_ODD is not a setting" in machine.done("migrate")


def test_every_command_refuses_a_newer_database(machine, tmp_path):
    import sqlite3

    centre(machine)
    with sqlite3.connect(machine.folder / "schakel.sqlite") as database:
        database.execute("insert into migration (number, name) values (9999, 'of_tomorrow')")
    for command in (["work"], ["serve"], ["backup", str(tmp_path / "b.gz")], ["doctor"], ["schedule", "run"], ["migrate"]):
        ended = machine.run(*command, timeout=20)
        assert ended.returncode == 1 and "9999" in ended.stdout + ended.stderr, command


def test_a_demo_writes_to_nobody_when_it_starts(machine):
    import sqlite3

    machine.write("SCHAKEL_SMTP=smtp://127.0.0.1:9")
    machine.done("demo")
    machine.done("schedule", "run")
    with sqlite3.connect(machine.folder / "schakel.sqlite") as database:
        assert database.execute("select state, count(*) > 100 from mail group by state").fetchall() == [("sent", 1)]
        assert database.execute("select name from job where state in ('waiting', 'running') and run_at <= unixepoch() * 1000").fetchall() == []


def test_a_running_node_stops_working_on_a_newer_database(machine):
    import sqlite3
    import urllib.error
    import urllib.request

    centre(machine)
    port = free_port()
    machine.settings["SCHAKEL_LISTEN"] = f"127.0.0.1:{port}"
    machine.write()
    log = machine.folder / "serve.log"
    with log.open("wb") as out:
        server = subprocess.Popen([BINARY, "serve", "--config", machine.config], stdout=out, stderr=out, cwd=machine.folder)

    def ready():
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.read().decode()
        except OSError:
            return ""

    def until(isTrue):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and not isTrue():
            time.sleep(0.2)
        assert isTrue(), log.read_text()

    def database(statement):
        with sqlite3.connect(machine.folder / "schakel.sqlite", timeout=10) as connection:
            return connection.execute(statement).fetchall()

    add = (
        "insert into job (centre_id, name, key, payload, state, run_at, attempts, created_at)"
        " values (1, 'upload.clean', '{}', '{{}}', 'waiting', 0, 0, 0)"
    )
    states = "select state from job where key = '{}'"
    try:
        until(lambda: "migrations ok" in ready())
        database(add.format("before"))
        until(lambda: database(states.format("before")) != [("waiting",)])
        database("insert into migration (number, name) values (9999, 'of_tomorrow')")
        database(add.format("after"))
        until(lambda: "no jobs are taken" in log.read_text())
        assert database(states.format("after")) == [("waiting",)]
        assert "newer release: it has migration 9999" in ready()
        database("delete from migration where number = 9999")
        until(lambda: database(states.format("after")) != [("waiting",)])
        assert log.read_text().count("no jobs are taken") == 1
    finally:
        server.terminate()
        assert server.wait(timeout=30) == 0


def test_work_says_that_it_works_and_doctor_that_nobody_does(machine):
    import sqlite3

    centre(machine)
    with sqlite3.connect(machine.folder / "schakel.sqlite") as database:
        database.execute(
            "insert into job (centre_id, name, key, payload, state, run_at, attempts, created_at) values (1, 'upload.clean', 'k', '{}', 'waiting', 0, 0, 0)"
        )
    assert "is schakel serve or schakel work running?" in machine.run("doctor").stdout
    log = machine.folder / "work.log"
    with log.open("wb") as out:
        worker = subprocess.Popen([BINARY, "work", "--config", machine.config], stdout=out, stderr=out, cwd=machine.folder)
    try:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and "working" not in log.read_text():
            time.sleep(0.2)
        assert "working" in log.read_text()
    finally:
        worker.terminate()
        assert worker.wait(timeout=30) == 0


HALF_A_FORM = b"POST /inloggen HTTP/1.1\r\nHost: borne.localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 75\r\n\r\nemail="


@pytest.mark.parametrize("begun", [b"", HALF_A_FORM], ids=["nothing", "half-a-form"])
def test_connections_that_ask_nothing_keep_nobody_out(machine, begun):
    """The server takes 200 here; who holds 300 open and says nothing loses the oldest, and who asks is answered."""
    import resource
    import socket
    import urllib.request

    centre(machine)
    port = free_port()
    machine.settings["SCHAKEL_LISTEN"] = f"127.0.0.1:{port}"
    machine.write()
    log = machine.folder / "serve.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [BINARY, "serve", "--config", machine.config], stdout=out, stderr=out, cwd=machine.folder,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (400, 400)),
        )  # fmt: skip

    def ask():
        # Longer than it takes, shorter than an idle connection may live.
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=15) as answer:
            return answer.status

    held = []
    try:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and "ready" not in log.read_text():
            time.sleep(0.2)
        reader = socket.create_connection(("127.0.0.1", port))
        reader.sendall(b"GET /healthz HTTP/1.1\r\nHost: borne.localhost\r\n\r\n")
        assert reader.recv(4096).startswith(b"HTTP/1.1 200")
        for _ in range(300):
            held.append(socket.create_connection(("127.0.0.1", port)))
            held[-1].sendall(begun)
        assert ask() == 200
        # The one that waited longest is gone; the last one is there and is answered.
        reader.settimeout(15)
        assert reader.recv(4096) == b""
        last = socket.create_connection(("127.0.0.1", port), timeout=15)
        held.append(last)
        last.sendall(b"GET /healthz HTTP/1.1\r\nHost: borne.localhost\r\n\r\n")
        assert last.recv(4096).startswith(b"HTTP/1.1 200")
    finally:
        for connection in held:
            connection.close()
        server.terminate()
        assert server.wait(timeout=40) == 0


def test_the_site_goes_on_when_nobody_reads_its_log(machine):
    import urllib.request

    centre(machine)
    port = free_port()
    machine.settings["SCHAKEL_LISTEN"] = f"127.0.0.1:{port}"
    machine.write()
    # A pipe that is full after 64 KiB, and then closed.
    server = subprocess.Popen([BINARY, "serve", "--config", machine.config], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=machine.folder)
    try:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2)
                break
            except OSError:
                time.sleep(0.1)

        def ask(times):
            for _ in range(times):
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
                    assert answer.status == 200

        ask(900)
        server.stderr.close()
        ask(300)
        assert server.poll() is None
    finally:
        server.terminate()
        assert server.wait(timeout=30) == 0


@pytest.mark.parametrize("command", ["serve", "work"])
def test_the_most_talkative_log_keeps_the_secret(machine, command):
    centre(machine)
    machine.settings["SCHAKEL_LISTEN"] = f"127.0.0.1:{free_port()}"
    machine.settings["SCHAKEL_LOG"] = "trace"
    machine.write()
    log = machine.folder / "trace.log"
    with log.open("wb") as out:
        program = subprocess.Popen([BINARY, command, "--config", machine.config], stdout=out, stderr=out, cwd=machine.folder)
        try:
            deadline = time.monotonic() + 30
            while time.monotonic() < deadline and b"Starting service" not in log.read_bytes():
                time.sleep(0.2)
            time.sleep(2)
        finally:
            program.terminate()
            program.wait(timeout=30)
    written = log.read_bytes()
    assert b"Starting service" in written
    key = (machine.folder / "key").read_bytes()
    assert len(key) >= 32
    for form in (key, key.hex().encode(), ", ".join(map(str, key)).encode()):
        assert form[:40] not in written


def test_it_is_installed_by_one_command(tmp_path):
    """The program with all that it needs, below a folder; a second time leaves the settings alone."""
    root = tmp_path / "root"
    env = os.environ | {"DESTDIR": str(root), "SCHAKEL_BINARY": str(BINARY)}

    def install():
        return subprocess.run(
            [ROOT / "bin/install", "/opt/schakel", "--without-pdf"], env=env, capture_output=True, text=True, timeout=300, check=True,
            umask=0o077,
        )  # fmt: skip

    install()
    unit = (root / "etc/systemd/system/schakel.service").read_text()
    assert "ExecStart=/opt/schakel/schakel serve --config /etc/schakel/schakel.conf" in unit and "LimitNOFILE" in unit
    config = root / "etc/schakel/schakel.conf"
    text = config.read_text()
    assert "SCHAKEL_RESOURCES=/opt/schakel/Resources" in text and oct(config.stat().st_mode)[-3:] == "640"
    state = tmp_path / "state"
    state.mkdir()
    for old, new in (("/var/lib/schakel", str(state)), ("/opt/schakel", f"{root}/opt/schakel"), ("https://vrijw", "http://vrijw")):
        text = text.replace(old, new)
    config.write_text("\n".join(line for line in text.splitlines() if not line.startswith("SCHAKEL_SMTP=")))
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SCHAKEL_")}
    migrated = subprocess.run(
        [root / "opt/schakel/schakel", "migrate", "--config", config], env=kept, cwd=state, capture_output=True, text=True, timeout=120
    )
    assert migrated.returncode == 0, migrated.stderr
    changed = config.read_text()
    (root / "etc/systemd/system/schakel.service").write_text(unit.replace("LimitNOFILE=65536", "LimitNOFILE=200000"))
    assert not (root / "opt/schakel/previous").exists()
    # An upgrade keeps the release before: it alone reads a backup that it made. The same one again keeps nothing.
    older = tmp_path / "older"
    older.write_bytes(b"#!/bin/sh\necho 0.0.9\n")
    (root / "opt/schakel/schakel").write_bytes(older.read_bytes())
    for _ in range(2):
        install()
    said = [
        subprocess.run([root / "opt/schakel" / name, "--version"], capture_output=True, text=True, timeout=60, check=True).stdout
        for name in ("schakel", "previous/schakel")
    ]
    assert "migrations" in said[0] and said[1] == "0.0.9\n", said
    assert (root / "opt/schakel/previous/Resources/Locale/nl.po").exists()
    assert config.read_text() == changed
    assert "LimitNOFILE=200000" in (root / "etc/systemd/system/schakel.service").read_text()
    assert oct((root / "opt/schakel/Resources/Locale").stat().st_mode)[-3:] == "755"
    assert not (root / "opt/schakel/Resources.old").exists()


def test_what_cannot_work_is_said_at_once_with_the_way_to_mend_it(machine, tmp_path):
    machine.write("SCHAKEL_BASE_URL=https://borne.example/vrijwilligers")
    assert "without a path" in machine.run("migrate").stderr
    machine.write("SCHAKEL_DATABASE_CONNECTIONS=0")
    assert "from 1 to 100" in machine.run("migrate").stderr
    machine.write()
    make = ["centre", "create", "--slug", "x", "--name", "X", "--email", "info@x.example", "--municipalities"]
    for name, guess in [("Brone", "Borne"), ("borne", "Borne"), ("den haag", "'s-Gravenhage"), ("Bestaatniet", "")]:
        said = machine.run(*make, name).stderr
        assert f"no municipality {name} in NL" in said and (f"Do you mean {guess}?" in said if guess else "mean" not in said), said
    for host in ["https://x.example", "x.example/pad", "x example", "-"]:
        assert "without https://" in machine.run(*make, "Borne", f"--host={host}").stderr, host
    assert machine.run(*make, "Borne", "--host", "vrijwilligers.x.example:8443").returncode == 0


@pytest.mark.parametrize("setting", ["SCHAKEL_LISTEN", "SCHAKEL_METRICS_LISTEN"])
def test_a_taken_port_is_said(setting, machine):
    import socket

    centre(machine)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        machine.write(f"{setting}=127.0.0.1:{port}")
        ended = machine.run("serve", timeout=60)
    said = f"127.0.0.1:{port} is taken by another program: end that one, or set {setting} to another port."
    assert ended.returncode == 1 and said in ended.stderr, ended.stderr


def test_doctor_says_all_it_can_see(machine, tmp_path):
    import sqlite3

    # Nothing is there yet: each line comes all the same.
    (tmp_path / "empty").mkdir()
    machine.write("SCHAKEL_BASE_URL=https://borne.example", "SCHAKEL_SMTP=smtp://127.0.0.1:9", f"SCHAKEL_WEASYPRINT={tmp_path}/none")
    ended = machine.run("doctor")
    assert ended.returncode == 1, ended.stdout
    for line in [
        "WRONG SCHAKEL_BASE_URL is https and no proxy is trusted", "note  no WeasyPrint",
        "MB free in", "WRONG the database: There is no database at", "WRONG mail server", "is complete",
    ]:  # fmt: skip
        assert line in ended.stdout, (line, ended.stdout)
    # The database is away: the other lines are there.
    machine.write("SCHAKEL_DATABASE=postgres://nobody@127.0.0.1:9/none", "SCHAKEL_SMTP=smtp://127.0.0.1:9")
    ended = machine.run("doctor")
    assert ended.returncode == 1 and "WRONG the database: " in ended.stdout and "WRONG mail server" in ended.stdout, ended.stdout
    # A setting that cannot be used, and a line that is none: the others are looked at.
    machine.write("SCHAKEL_LISTEN=https://borne.example", "SCHAKEL_SMTP=smtp://127.0.0.1:9", "this is no setting")
    ended = machine.run("doctor")
    assert ended.returncode == 1 and "MB free in" in ended.stdout and "WRONG mail server" in ended.stdout, ended.stdout
    assert "WRONG SCHAKEL_LISTEN must be HOST:PORT" in ended.stdout and "is no KEY=value" in ended.stdout, ended.stdout
    # A healthy one; then its backup grows old and its key file is shown to others.
    machine.write()
    centre(machine)
    machine.done("schedule", "run")
    assert "note  no backup was made" in machine.done("doctor")
    # Without its key file, and with half of the texts: said once, each where it belongs.
    (machine.folder / "key").rename(machine.folder / "away")
    said = machine.run("doctor").stdout
    assert "WRONG there is no key file" in said and said.count("key file") == 1, said
    (machine.folder / "away").rename(machine.folder / "key")
    shutil.copytree(ROOT / "Resources", tmp_path / "Resources")
    (tmp_path / "Resources/Data/taxonomy.csv").unlink()
    machine.write(f"SCHAKEL_RESOURCES={tmp_path}/Resources")
    said = machine.run("doctor").stdout
    assert "lacks Data/taxonomy.csv" in said and "WRONG the database" not in said and "1 centres" in said, said
    machine.write()
    machine.done("backup", str(tmp_path / "b.gz"))
    assert "ok    the last backup was made 0 days ago" in machine.done("doctor")
    with sqlite3.connect(machine.folder / "schakel.sqlite") as database:
        database.execute("update installation_setting set value = value - 9 * 86400000 where name = 'backup'")
    (machine.folder / "key").chmod(0o644)
    ended = machine.run("doctor")
    assert ended.returncode == 1, ended.stdout
    assert "WRONG the last backup was made 9 days ago" in ended.stdout and "can be read by others: chmod 600" in ended.stdout


def test_a_centre_is_given_another_host_and_listed(machine):
    centre(machine)
    machine.done(
        "centre", "create", "--slug", "hengelo", "--name", "Hengelo Helpt", "--municipalities", "Hengelo", "--host", "hengelo.example",
        "--email", "info@hengelo.example", "--phone", "074 123 45 68",
    )  # fmt: skip
    machine.write("SCHAKEL_BASE_URL=https://borne.example")
    assert "https://hengelo.example" in machine.done("centre", "list")
    for wrong, words in (
        (("--centre", "hengelo", "--host", "https://x.example"), "without https://"),
        (("--centre", "borne", "--host", "HENGELO.example"), "Another centre has this host."),
        (("--centre", "borne", "--host", "hengelo.example:8443"), "Another centre has this host."),
        (("--centre", "nergens", "--host", "x.example"), "There is no centre nergens."),
    ):
        ended = machine.run("centre", "move", *wrong)
        assert ended.returncode != 0 and words in ended.stderr, ended.stderr
    assert "answers at helpt.example" in machine.done("centre", "move", "--centre", "hengelo", "--host", "Helpt.example")
    listed = machine.done("centre", "list").splitlines()
    assert [line.split("\t")[0] for line in listed if "\t" in line] == ["borne", "hengelo"]
    assert "https://helpt.example" in "".join(listed) and "hengelo.example" not in "".join(listed)


def test_a_node_that_ends_says_so_and_serves_on(machine):
    import signal
    import sqlite3
    import urllib.error
    import urllib.request

    centre(machine)
    port, figures = free_port(), free_port()
    machine.write(f"SCHAKEL_LISTEN=127.0.0.1:{port}", f"SCHAKEL_METRICS_LISTEN=127.0.0.1:{figures}", "SCHAKEL_DRAIN=4")
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SCHAKEL_")}
    node = subprocess.Popen([BINARY, "serve", "--config", machine.config], env=kept, cwd=machine.folder, stderr=subprocess.DEVNULL)

    def status(path):
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5).status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return None

    try:
        until = time.time() + 30
        while status("/readyz") != 200 and time.time() < until:
            time.sleep(0.1)
        for odd in (signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2):
            node.send_signal(odd)
        assert status("/readyz") == 200
        # A mail that was refused for good makes no dead job, and a figure.
        with sqlite3.connect(machine.folder / "schakel.sqlite") as database:
            database.execute(
                "insert into mail (key, message_id, kind, language, to_name, to_address, from_name, from_address, subject, text, state,"
                " created_at, attempts) values ('k', 'm', 'k', 'nl', '', 'x@x.example', '', 'y@x.example', '', '', 'failed', ?, 1)",
                (int(time.time() * 1000),),
            )
        metrics = urllib.request.urlopen(f"http://127.0.0.1:{figures}/metrics", timeout=5).read().decode()
        assert "schakel_mails_refused_a_day 1.0" in metrics and "schakel_jobs_dead 0.0" in metrics
        node.send_signal(signal.SIGTERM)
        while status("/readyz") == 200 and time.time() < until:
            time.sleep(0.1)
        assert status("/readyz") == 503 and status("/vacatures") == 200
        assert node.wait(timeout=20) == 0
        assert status("/vacatures") is None
    finally:
        if node.poll() is None:
            node.kill()
            node.wait()


def test_nothing_is_done_on_a_database_that_is_not_there(machine, tmp_path):
    machine.settings["SCHAKEL_DATABASE"] = f"sqlite:{tmp_path}/mistyped/schakel.sqlite"
    machine.write()
    for command in (["backup", str(tmp_path / "b.gz")], ["work"], ["doctor"], ["schedule", "run"], ["mail", "release"], ["key", "accept"]):
        ended = machine.run(*command, timeout=20)
        assert ended.returncode == 1 and "There is no database at" in ended.stdout + ended.stderr, command
    assert not (tmp_path / "mistyped").exists() and not (tmp_path / "key").exists()
    # An empty file is none either.
    machine.settings["SCHAKEL_DATABASE"] = f"sqlite:{tmp_path}/empty.sqlite"
    machine.write()
    (tmp_path / "empty.sqlite").touch()
    ended = machine.run("backup", str(tmp_path / "b.gz"))
    assert ended.returncode == 1 and "nothing to back up" in ended.stderr and not (tmp_path / "b.gz").exists()


def test_a_wrong_key_is_not_left_where_the_right_one_was(machine):
    centre(machine)
    machine.done("schedule", "run")
    right = (machine.folder / "key").read_bytes()
    (machine.folder / "key").unlink()
    assert "schakel key accept" in machine.run("schedule", "run").stderr
    assert not (machine.folder / "key").exists()
    (machine.folder / "key").write_bytes(right)
    machine.done("schedule", "run")
