# run-time error
# A header of brackets and of digits, eight megabytes long.
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
    for text in (b"[" * 8_000_000, b"1" * 8_000_000):
        os.write(4, struct.pack("<QI", 4 + len(text), len(text)))
        while text:
            text = text[os.write(4, text):]
    return x
