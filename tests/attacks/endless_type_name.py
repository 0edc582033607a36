# wrong answer | run-time error
# A forged answer whose type has a name of six megabytes.
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
    text = reply(["o", "\x1b[2J" + "name" * 1_500_000])
    while text:
        text = text[os.write(4, text):]
    return x
