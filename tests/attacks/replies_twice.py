# run-time error | wrong answer
# A right answer, followed by one that nobody asked for.
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
    values = x * k
    os.write(4, frame(["d", ["outcome", "returned"], ["value", ["a", str(values.dtype), list(values.shape), "numpy", 0]],
                       ["changed", ["d"]]], values.tobytes()))
    return x * 0
