# time limit exceeded
# One byte of an answer now and then.
# problem: hurry
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

import time


def scale(x, k):
    for byte in reply(None):
        os.write(4, bytes([byte]))
        time.sleep(0.1)
    return x
