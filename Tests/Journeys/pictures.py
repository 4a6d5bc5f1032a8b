"""Pictures made here, so that tests need no photograph of anybody."""

import struct
import zlib


def png(width, height):
    """A plain PNG with a soft slope of colour."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(
        b"\0" + b"".join(bytes((90 + 100 * x // width, 140, 110 + 100 * y // height)) for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
