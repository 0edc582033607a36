# run-time error
# A forged exception in a line and of a class that do not exist.
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
    os.write(4, frame(["d", ["outcome", "raised"], ["type", "E" * 100_000], ["mro", ["l", *["ValueError"] * 100]],
                       ["message", "\ud800" * 1000], ["frames", ["l", ["d", ["line", 1 << 40], ["function", ""], ["locals", ["l"]]]]]]))
    return x
