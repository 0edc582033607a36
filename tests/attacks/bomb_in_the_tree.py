# run-time error | time limit exceeded
# A well-formed answer of two million values.
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
    text = reply(["l", *[["l"]] * 2_000_000])
    while text:
        text = text[os.write(4, text):]
    return x
