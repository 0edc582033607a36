"""The wire format: trees of plain values and arrays as frames, and back. It cannot execute anything.

A *tree* is None, bool, int, float, complex, str, list, tuple, dict with str keys, `Array` or `Opaque`.
In a header, None, bools, short ints, floats and strings are themselves; the rest is a list with a tag:

    ["l", ...] list   ["t", ...] tuple   ["d", [key, tree], ...] dict   ["c", re, im] complex
    ["i", "-ff"] long int, hexadecimal   ["o", "type name"] Opaque
    ["a", "float64", [4, 3], "numpy", 0] Array; its bytes are the next ones among the blobs, in C order and
                                         filled up to a multiple of 16

What a runner sends is hostile: `decode` bounds bytes, depth and items before it allocates, takes only the
listed dtypes, and raises FrameError for everything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from drill.runner.frames import ALIGNMENT, Buffer, FrameError, pack, unpack

MAX_DEPTH = 32
MAX_ITEMS = 200_000  # nodes of one tree
MAX_NDIM = 32
MAX_NAME = 200  # characters of a type's name
MAX_INT_BITS = 1 << 16
MAX_NAME = 1000  # characters of a key or of a type's name, which end up in what the learner reads
MAX_HEADER = 1 << 23  # bytes of JSON that a runner may send
DTYPES = frozenset(
    {
        *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
        *("float16", "float32", "float64", "complex64", "complex128"),
    }
)

_SHORT_INT = 1 << 63
_FRAMEWORKS = ("numpy", "torch")


@dataclass(frozen=True, slots=True, eq=False)
class Array:
    """An array that crossed the wire. `framework` says what it was; `scalar` marks a NumPy scalar."""

    data: np.ndarray[Any, Any]
    framework: str
    scalar: bool


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something that is no plain value and no plain array; only the name of its type crossed."""

    type_name: str


def encode(tree: Any) -> list[bytes | memoryview]:
    """The frame as pieces to write. NumPy arrays may stand for `Array`. Raises FrameError when it is too
    large, too deep, or holds anything but a tree."""
    encoder = _Encoder()
    header = encoder.node(tree, 0)
    return pack(header, encoder.blobs)


def decode(body: Buffer, max_header: int = MAX_HEADER) -> Any:
    """The tree in a frame without its prefix. Its arrays are views of `body`. Raises FrameError."""
    header, blobs = unpack(body, max_header)
    if (len(body) - len(blobs)) % ALIGNMENT:
        raise FrameError("blobs that are not aligned")
    decoder = _Decoder(blobs)
    tree = decoder.node(header, 0)
    if decoder.offset != len(blobs):
        raise FrameError(f"{len(blobs) - decoder.offset} bytes too many")
    return tree


class _Encoder:
    def __init__(self) -> None:
        self.blobs: list[bytes | memoryview] = []
        self._items = 0

    def node(self, tree: Any, depth: int) -> Any:
        self._items += 1
        if self._items > MAX_ITEMS or depth > MAX_DEPTH:
            raise FrameError("more items or deeper nesting than a frame holds")
        kind = type(tree)
        if tree is None or kind in (bool, float, str):
            return tree
        if kind is int:
            return tree if -_SHORT_INT <= tree < _SHORT_INT else ["i", _hexadecimal(tree)]
        if kind in (list, tuple):
            return ["l" if kind is list else "t", *(self.node(item, depth + 1) for item in tree)]
        if kind is dict:
            return ["d", *(self._entry(key, value, depth) for key, value in tree.items())]
        if kind is complex:
            return ["c", tree.real, tree.imag]
        if kind is Opaque:
            return ["o", tree.type_name]
        if kind is np.ndarray:
            return self._array(tree, "numpy", False)
        if kind is Array:
            return self._array(tree.data, tree.framework, tree.scalar)
        raise FrameError(f"a {kind.__name__} cannot be sent")

    def _entry(self, key: Any, value: Any, depth: int) -> list[Any]:
        if type(key) is not str:
            raise FrameError("the keys of a dictionary must be strings")
        return [key, self.node(value, depth + 1)]

    def _array(self, data: np.ndarray[Any, Any], framework: str, scalar: bool) -> list[Any]:
        if data.dtype.name not in DTYPES:
            raise FrameError(f"an array of {data.dtype.name} cannot be sent")
        if data.size:
            contiguous = np.ascontiguousarray(data, dtype=data.dtype.newbyteorder("="))
            self.blobs.append(contiguous.reshape(-1).view(np.uint8).data)
            self.blobs.append(bytes(-data.nbytes % ALIGNMENT))
        return ["a", data.dtype.name, list(data.shape), framework, int(scalar)]


class _Decoder:
    def __init__(self, blobs: memoryview) -> None:
        self._blobs = blobs
        self.offset = 0
        self._items = 0

    def node(self, header: Any, depth: int) -> Any:
        self._items += 1
        if self._items > MAX_ITEMS or depth > MAX_DEPTH:
            raise FrameError("more items or deeper nesting than a frame holds")
        if header is None or type(header) in (bool, int, float, str):
            return header
        if type(header) is not list or not header or type(header[0]) is not str:
            raise FrameError("a node without a tag")
        tag, *rest = header
        if tag == "l":
            return [self.node(item, depth + 1) for item in rest]
        if tag == "t":
            return tuple(self.node(item, depth + 1) for item in rest)
        if tag == "d":
            return {self._key(entry): self.node(entry[1], depth + 1) for entry in rest}
        if tag == "a":
            return self._array(rest)
        return _leaf(tag, rest)

    def _key(self, entry: Any) -> str:
        if type(entry) is not list or len(entry) != 2 or type(entry[0]) is not str:
            raise FrameError("a dictionary's entry is not a key and a value")
        if len(entry[0]) > MAX_NAME:
            raise FrameError("a key that is too long")
        return entry[0]

    def _array(self, rest: list[Any]) -> Array:
        dtype, shape, framework, scalar = _array_header(rest)
        count = 1
        for size in shape:
            count *= size  # MAX_NDIM factors below 2**63: a long number, but a bounded one
        length = count * np.dtype(dtype).itemsize
        if length > len(self._blobs) - self.offset:
            raise FrameError("an array larger than its bytes")
        try:
            data = np.frombuffer(self._blobs, dtype, count, self.offset) if count else np.empty(0, dtype)
            data = data.reshape(shape)
        except ValueError as error:  # no bytes at all, and other sizes that overflow
            raise FrameError(str(error)) from None
        if dtype == "bool":
            data = data.view(np.uint8) != 0  # a byte other than 0 and 1 is undefined behaviour as a bool
        self.offset += length + -length % ALIGNMENT
        return Array(data, framework, scalar)


def _array_header(rest: list[Any]) -> tuple[str, tuple[int, ...], str, bool]:
    if len(rest) != 4:
        raise FrameError("an array with too few or too many fields")
    dtype, shape, framework, scalar = rest
    if type(dtype) is not str or dtype not in DTYPES or framework not in _FRAMEWORKS or scalar not in (0, 1):
        raise FrameError("an array of an unknown kind")
    if type(shape) is not list or len(shape) > MAX_NDIM:
        raise FrameError("an array of too many dimensions")
    if not all(type(size) is int and 0 <= size < _SHORT_INT for size in shape):
        raise FrameError("an array's shape is not made of sizes")
    return dtype, tuple(shape), framework, bool(scalar)


def _leaf(tag: str, rest: list[Any]) -> Any:
    if tag == "o" and len(rest) == 1 and type(rest[0]) is str and len(rest[0]) <= MAX_NAME:
        return Opaque("".join(character for character in rest[0][:MAX_NAME] if character.isprintable()))
    if tag == "c" and len(rest) == 2 and all(type(part) is float for part in rest):
        return complex(rest[0], rest[1])
    if tag == "i" and len(rest) == 1 and type(rest[0]) is str and len(rest[0]) <= MAX_INT_BITS // 4 + 2:
        try:
            return int(rest[0], 16)
        except ValueError:
            pass
    raise FrameError(f"a node that is none: {tag[:10]!r}")


def _hexadecimal(value: int) -> str:
    if value.bit_length() > MAX_INT_BITS:
        raise FrameError("an integer too large to send")
    return format(value, "x")
