# run-time error
# Announces an answer of 16 EiB and begins with it.
import json
import os
import struct


def frame(header, blobs=b"", length=None):
    text = json.dumps(header).encode()
    text += b" " * (-(len(text) + 4) % 64)
    body = struct.pack("<I", len(text)) + text + blobs
    return struct.pack("<Q", len(body) if length is None else length) + body


def reply(value):
    return frame(["d", ["outcome", "returned"], ["value", value], ["changed", ["d"]]])


def scale(x, k):
    os.write(4, frame(None, length=2**64 - 1))
    while True:
        os.write(4, bytes(1 << 16))
