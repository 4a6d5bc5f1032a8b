"""The example for nginx in docs/operations.md, as it stands there: what it writes down while Schakel is away."""

import re
import ssl
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from installation import ROOT, free_port

SECRET = "geheim0123456789"


@pytest.fixture
def proxy(tmp_path):
    text = (ROOT / "docs/operations.md").read_text()
    example = re.search(r"\nnginx:\n\n```\n(.*?)\n```", text, re.S).group(1)
    (secure, plain), away = (free_port(), free_port()), free_port()
    for was, now in [
        ("listen [::]:443 ssl http2;", ""), ("listen [::]:80;", ""), ("listen 443 ssl http2;", f"listen 127.0.0.1:{secure} ssl http2;"),
        ("listen 80;", f"listen 127.0.0.1:{plain};"), ("127.0.0.1:8080", f"127.0.0.1:{away}"),
        ("/etc/ssl/schakel/fullchain.pem", f"{tmp_path}/cert.pem"), ("/etc/ssl/schakel/key.pem", f"{tmp_path}/key.pem"),
        ("/var/log/nginx/", f"{tmp_path}/"),
    ]:
        assert was in example, was
        example = example.replace(was, now)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{tmp_path}/key.pem", "-out", f"{tmp_path}/cert.pem",
         "-days", "2", "-subj", "/CN=vrijwilligers.example.org"], check=True, capture_output=True)
    # What Debian writes down where a server says nothing about it.
    config = f"""
        daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log;
        events {{}}
        http {{ access_log {tmp_path}/access.log; {example} }}
        """
    (tmp_path / "nginx.conf").write_text(config)
    process = subprocess.Popen(["/usr/sbin/nginx", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")])
    try:
        time.sleep(1)
        assert process.poll() is None
        yield tmp_path, secure, plain
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_the_proxy_writes_no_secret_down(proxy):
    folder, secure, plain = proxy
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    opener = urllib.request.build_opener(Stay, urllib.request.HTTPSHandler(context=trusting))
    for url, status in [(f"https://127.0.0.1:{secure}/actie/{SECRET}?q={SECRET}", 502), (f"http://127.0.0.1:{plain}/actie/{SECRET}", 301)]:
        request = urllib.request.Request(url, headers={"Host": "vrijwilligers.example.org"})
        with pytest.raises(urllib.error.HTTPError) as answer:
            opener.open(request, timeout=10)
        assert answer.value.code == status
    logs = [path for path in folder.glob("*.log")]
    assert logs
    for path in logs:
        assert SECRET not in path.read_text(), path.name
