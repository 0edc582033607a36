"""Rows out of a damaged SQLite file, page by page, without its indexes, its header or SQLite itself.

A row lives in a leaf page of a table's B-tree. Those pages announce themselves (first byte 0x0D), so every
one that is still whole can be read even when the header, the root or the pages above it are gone. The format
is fixed for good: https://www.sqlite.org/fileformat2.html (sections 1.6 and 2.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

Value = int | float | str | bytes | None
LEAF = 0x0D
MAGIC = b"SQLite format 3\x00"
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Pages:
    """The file as numbered pages; `bad_cells` counts entries of leaf pages that did not make a row."""

    def __init__(self, path: Path) -> None:
        self._file = path.read_bytes()
        size = int.from_bytes(self._file[16:18], "big") if self._file.startswith(MAGIC) else 4096
        self._size = 65536 if size == 1 else size
        if self._size < 512 or self._size & (self._size - 1):
            self._size = 4096
        self.bad_cells = 0

    def rows(self) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """(rowid, values) of every row that can be read, in the file's order."""
        for number in range(1, len(self._file) // self._size + 1):
            page = self._page(number)
            start = 100 if number == 1 else 0
            if page[start] != LEAF:
                continue
            cells = int.from_bytes(page[start + 3 : start + 5], "big")
            for i in range(cells):
                at = start + 8 + 2 * i
                try:
                    yield self._cell(page, int.from_bytes(page[at : at + 2], "big"))
                except (IndexError, ValueError):  # UnicodeDecodeError is a ValueError
                    self.bad_cells += 1

    def _page(self, number: int) -> bytes:
        page = self._file[(number - 1) * self._size : number * self._size]
        if number < 1 or len(page) < self._size:
            raise ValueError("no such page")
        return page

    def _cell(self, page: bytes, at: int) -> tuple[int, tuple[Value, ...]]:
        length, at = _varint(page, at)
        rowid, at = _varint(page, at)
        return rowid, _record(self._payload(page, at, length))

    def _payload(self, page: bytes, at: int, length: int) -> bytes:
        """The record's bytes: a first part in the leaf, the rest in a chain of overflow pages."""
        if length > len(self._file):
            raise ValueError("longer than the file")
        room = self._size - 35
        if length <= room:
            return page[at : at + length]
        least = (self._size - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._size - 4)
        here = here if here <= room else least
        parts, left = [page[at : at + here]], length - here
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        while left > 0:
            overflow = self._page(following)
            parts.append(overflow[4 : 4 + left])
            left -= self._size - 4
            following = int.from_bytes(overflow[:4], "big")
        return b"".join(parts)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for i in range(8):
        byte = data[at + i]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + i + 1
    return value << 8 | data[at + 8], at + 9


def _record(data: bytes) -> tuple[Value, ...]:
    end, at = _varint(data, 0)
    types = []
    while at < end:
        kind, at = _varint(data, at)
        types.append(kind)
    values: list[Value] = []
    for kind in types:
        value, at = _value(data, at, kind)
        values.append(value)
    return tuple(values)


def _value(data: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    size = _INTEGER_BYTES.get(kind)
    if size is None and kind != 7:
        size = (kind - 12) // 2 if kind >= 12 else -1
    raw = data[at : at + 8] if kind == 7 else data[at : at + (size or 0)]
    if size == -1 or (size is not None and len(raw) != size):
        raise ValueError("not a record")
    return _decode(raw, kind), at + len(raw)


def _decode(raw: bytes, kind: int) -> Value:
    if kind == 7:
        import struct

        return float(struct.unpack(">d", raw)[0])
    if kind < 12:
        return int.from_bytes(raw, "big", signed=True)
    return raw if kind % 2 == 0 else raw.decode()
