"""A tile server for the tests: well, slow, wrong, hostile or gone, by the first part of the path. Prints its port; counts what it was asked."""

import http.server
import struct
import sys
import threading
import time
import zlib

asked = {}
lock = threading.Lock()
released = threading.Event()


def png(seed):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([seed % 256]) * 256 for _ in range(256))
    head = struct.pack(">IIBBBBB", 256, 256, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def send(self, status, body, kind="image/png", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == "/asked":
            with lock:
                lines = "\n".join(f"{count} {path}" for path, count in sorted(asked.items()))
            return self.send(200, lines.encode(), "text/plain")
        if self.path == "/release":
            released.set()
            return self.send(200, b"", "text/plain")
        with lock:
            asked[self.path] = asked.get(self.path, 0) + 1
            asked["agent " + self.headers.get("User-Agent", "")] = 1
            forwarded = [name for name in self.headers if name.lower() in ("cookie", "x-forwarded-for", "referer")]
            for name in forwarded:
                asked["leak " + name] = 1
        kind = self.path.split("/")[1]
        if kind == "well":
            return self.send(200, png(hash(self.path)), Cache_Control="public, max-age=7200")
        if kind == "held":
            released.wait(60)
            return self.send(200, png(7))
        if kind == "stuck":
            time.sleep(30)
        if kind == "html":
            return self.send(200, b"<html><script>alert(1)</script></html>", "image/png")
        if kind == "large":
            return self.send(200, png(1) + b"\0" * 3_000_000)
        if kind == "endless":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(10_000):
                    self.wfile.write(b"\0" * 65536)
            except OSError:
                pass
            return
        if kind == "missing":
            return self.send(404, b"none", "text/plain")
        if kind == "elsewhere":
            return self.send(302, b"", Location="/well/1/1/1")
        if kind == "once":
            with lock:
                first = asked[self.path] == 1
            return self.send(200, png(3), Cache_Control="max-age=1") if first else self.send(500, b"broken", "text/plain")
        self.send(500, b"broken", "text/plain")


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
