# run-time error
# A forged answer of arrays that cost no bytes and have sizes of 2**62.
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

def monster(*shape):
    return ["a", "float64", list(shape), "numpy", 0]


def scale(x, k):
    few = [monster(2**62, 0), monster(0, 2**62), monster(*[1] * 31, 0), monster(*[2**40, 0] * 3)]
    os.write(4, reply(["l", *few * 3]))
    return x
