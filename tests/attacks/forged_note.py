# wrong answer | run-time error
# A note on what an entry returned that is a novel, with control characters.
# door: command
import json
import os
import struct


def frame(header):
    text = json.dumps(header).encode()
    text += b" " * (-(len(text) + 4) % 64)
    body = struct.pack("<I", len(text)) + text
    return struct.pack("<Q", len(body)) + body


def scale(x, k):
    note = "`scale` returned \x1b[2J\u202e" + "nothing " * 1_000_000
    text = frame(["d", ["outcome", "raised"], ["type", "ValueError"], ["mro", ["l", "ValueError"]], ["message", ""],
                  ["frames", ["l"]], ["returned", note]])
    while text:
        text = text[os.write(4, text):]
    return x
