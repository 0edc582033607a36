# wrong answer | run-time error
# A thread that answers while the next case is on its way.
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

import threading
import time


def late():
    while True:
        time.sleep(0.002)
        os.write(4, reply(None))


def scale(x, k):
    if threading.active_count() == 1:
        threading.Thread(target=late, daemon=True).start()
    time.sleep(0.01)
    return x * k
