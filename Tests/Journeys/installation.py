"""A demo installation on this machine: database, mail catcher and server, ended again by their ids."""

import base64
import hashlib
import os
import pathlib
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from people import PASSWORD

ROOT = pathlib.Path(__file__).resolve().parents[2]


def free_port():
    """Below the ports of outgoing connections (32768 and up): the other process may be given one of those meanwhile."""
    for port in random.sample(range(20000, 32000), 50):
        with socket.socket() as listener:
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise SystemExit("no free port")


class Installation:
    """`with Installation() as it:` gives `it.port`, `it.mail` (folder of what was sent) and `it.log`."""

    def __init__(self):
        binary = os.environ.get("SCHAKEL_TEST_SERVER") or ROOT / ".build/debug/schakel"
        self.binary = pathlib.Path(binary).resolve()
        if not self.binary.exists():
            raise SystemExit(f"no server at {self.binary}: build it, or set SCHAKEL_TEST_SERVER")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="schakel-journeys-"))
        self.mail = self.folder / "mail"
        self.log = self.folder / "server.log"
        self.port, self.relay_port = free_port(), free_port()
        self.started = []
        self.postgres = None
        if os.environ.get("SCHAKEL_TEST_ENGINE") == "postgres":
            self.postgres = os.environ.get("SCHAKEL_TEST_POSTGRES") or sys.exit("SCHAKEL_TEST_POSTGRES is not set")

    def __enter__(self):
        try:
            self.database = self.make_database()
            smtp = self.start([sys.executable, ROOT / "Tests/Support/smtp_server.py", self.mail], out=subprocess.PIPE)
            smtp_port = int(smtp.stdout.readline().split()[1])
            self.settings = environment = self.environment(smtp_port)
            subprocess.run([self.binary, "demo"], env=environment, check=True, timeout=120)
            self.let_the_demo_log_in_cheaply()
            with self.log.open("wb") as log:
                self.server = self.start([self.binary, "serve"], env=environment, out=log)
            self.wait_until_ready()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def environment(self, smtp_port):
        kept = {k: v for k, v in os.environ.items() if not k.startswith("SCHAKEL_")}
        return kept | {
            "SCHAKEL_DATABASE": self.database,
            "SCHAKEL_KEY_FILE": str(self.folder / "key"),
            "SCHAKEL_RESOURCES": os.environ.get("SCHAKEL_TEST_RESOURCES") or str(ROOT / "Resources"),
            "SCHAKEL_LISTEN": f"127.0.0.1:{self.port}",
            "SCHAKEL_METRICS_LISTEN": "",
            "SCHAKEL_WEASYPRINT": str(ROOT / "var/tools/bin/weasyprint"),
            "SCHAKEL_BASE_URL": f"http://localhost:{self.port}",
            "SCHAKEL_SMTP": f"smtp://127.0.0.1:{smtp_port}",
            "SCHAKEL_RELAY_LISTEN": f"127.0.0.1:{self.relay_port}",
            "SCHAKEL_RELAY_DOMAIN": "antwoord.example",
            # Every browser says its own address, so that limits per address hold per person and not per test run.
            "SCHAKEL_TRUSTED_PROXIES": "127.0.0.1",
        }

    def start(self, command, env=None, out=None):
        process = subprocess.Popen(
            [str(part) for part in command], env=env, stdout=out, stderr=subprocess.STDOUT if out not in (None, subprocess.PIPE) else None
        )
        self.started.append(process)
        return process

    def wait_until_ready(self):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if self.server.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise SystemExit("the server is not ready:\n" + self.log.read_text(errors="replace")[-3000:])

    def let_the_demo_log_in_cheaply(self):
        """The demo's password with a hash of little work: a debug build takes 1.5 s of a core for each full one.

        The server checks by what stands in the hash. Who sets a password in a test gets the server's own.
        """
        salt = b"of the journeys!"
        key = hashlib.scrypt(PASSWORD.encode(), salt=salt, n=2**10, r=8, p=2, dklen=32)
        parts = [base64.b64encode(part).decode() for part in (salt, key)]
        self.sql(f"update account set password_hash = 'scrypt$10$8$2${parts[0]}${parts[1]}' where password_hash is not null")

    def make_database(self):
        if not self.postgres:
            return f"sqlite:{self.folder}/journeys.sqlite"
        self.database_name = f"journeys_{os.getpid()}_{self.port}"
        self.psql(self.postgres, f'create database "{self.database_name}"')
        return self.postgres.rsplit("/", 1)[0] + "/" + self.database_name

    def psql(self, url, statement):
        command = ["psql", "-X", "-q", "-t", "-A", "-F", "\t", "-v", "ON_ERROR_STOP=1", url, "-c", statement]
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
        return [tuple(line.split("\t")) for line in done.stdout.splitlines() if line]

    def sql(self, statement):
        """Runs SQL beside the server, to move time on in the data. Answers rows as text."""
        if self.postgres:
            return self.psql(self.database, statement)
        connection = sqlite3.connect(self.database.removeprefix("sqlite:"), timeout=10)
        try:
            with connection:
                rows = connection.execute(statement).fetchall()
            return [tuple(str(value) for value in row) for row in rows]
        finally:
            connection.close()

    def publish_again(self, vacancy, at):
        """As if it went online at that moment, in milliseconds; every index of every process hears of it, as it would."""
        transaction = "pg_current_xact_id()::text::bigint" if self.postgres else "0"
        self.sql(f"update vacancy set published_at = {at} where id = {vacancy}")
        self.sql(
            "insert into change (transaction_id, centre_id, kind, record_id, at) "
            f"select {transaction}, centre_id, 'vacancy', id, {at} from vacancy where id = {vacancy}"
        )

    def after_ten_minutes(self):
        """Letters about what was closed leave now, as if nobody had undone it."""
        self.sql("update job set run_at = 0 where name = 'application.closed' and state = 'waiting'")

    def run_schedule(self):
        """What the clock owes, as the worker would do it within the minute; everything, whenever it last ran."""
        self.sql("delete from schedule_run")
        subprocess.run([self.binary, "schedule", "run"], env=self.settings, check=True, capture_output=True, timeout=60)

    def address(self, centre="borne"):
        return f"http://{centre}.localhost:{self.port}"

    def close(self):
        for process in reversed(self.started):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(15)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        if self.postgres and hasattr(self, "database_name"):
            self.psql(self.postgres, f'drop database if exists "{self.database_name}" with (force)')
        if os.environ.get("SCHAKEL_TEST_KEEP"):
            print("kept:", self.folder)
        else:
            shutil.rmtree(self.folder, ignore_errors=True)
