"""Framing: an 8-byte little-endian length, then that many bytes. No numpy here; the command line imports it.

Messages between our own processes (command line, host, session, judge) are JSON objects in such frames. What
comes from a runner is never read with this module's blocking helpers: see `handle`.
"""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

LENGTH = struct.Struct("<Q")
MAX_MESSAGE = 64 << 20  # bytes of a JSON message between our own processes


class Closed(Exception):
    """The other side closed the connection."""


def pack(payload: bytes) -> bytes:
    return LENGTH.pack(len(payload)) + payload


def send(sock: socket.socket, message: dict[str, Any]) -> None:
    sock.sendall(pack(json.dumps(message).encode()))


def receive(sock: socket.socket) -> dict[str, Any]:
    """The next message. Raises Closed at the end of the stream and ValueError for a malformed frame."""
    (length,) = LENGTH.unpack(_exactly(sock, LENGTH.size))
    if length > MAX_MESSAGE:
        raise ValueError(f"a message of {length} bytes is longer than {MAX_MESSAGE}")
    message = json.loads(_exactly(sock, length))
    if not isinstance(message, dict):
        raise ValueError("a message must be an object")
    return message


def _exactly(sock: socket.socket, count: int) -> bytes:
    parts = []
    while count:
        part = sock.recv(min(count, 1 << 20))
        if not part:
            raise Closed
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
