# run-time error
# A forged answer: one array of 32 axes and no bytes.
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
    os.write(4, reply(["a", "float64", [2**32, 0, 2**30, *[1] * 28], "numpy", 0]))
    return x
