# memory limit exceeded | run-time error
# Memory that no address space holds: files without a name, pipes, queues, shared segments.
# needs: landlock seccomp
import ctypes
import os


def scale(x, k):
    libc, piece, held = ctypes.CDLL(None, use_errno=True), b"\1" * (1 << 20), 0
    for make in (
        lambda: os.memfd_create("m"),
        lambda: libc.syscall(319, b"m", 0),
        lambda: libc.shmget(0, 1 << 30, 0o1600),
        lambda: libc.mq_open(b"/m", 0o102, 0o600, None),
        lambda: libc.syscall(425, 8, ctypes.create_string_buffer(200)),
    ):
        try:
            descriptor = make()
            while descriptor > 2 and held < 1 << 31:
                held += os.write(descriptor, piece)
        except OSError:
            continue
    if held < 1 << 29:
        raise MemoryError("nothing could be hidden")
    return k * x
