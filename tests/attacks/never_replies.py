# time limit exceeded
# Says it has loaded, and then nothing.
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

os.write(4, frame(["d", ["outcome", "loaded"]]))
time.sleep(1000)
