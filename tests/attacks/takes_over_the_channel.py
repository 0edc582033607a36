# wrong answer
# Says it has loaded, and serves the requests itself, without the runner.
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

os.write(4, frame(["d", ["outcome", "loaded"]]))
while True:
    size = os.read(3, 8)
    left = struct.unpack("<Q", size)[0]
    while left:
        left -= len(os.read(3, left))
    os.write(4, reply(["l", 1.0]))
