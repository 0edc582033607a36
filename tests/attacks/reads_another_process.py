# wrong answer
# Reads, traces and steals descriptors of other processes.
# needs: seccomp
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(64)


class Vector(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("size", ctypes.c_size_t))


here, there = Vector(ctypes.addressof(buffer), 64), Vector(0x400000, 64)
found = []
for pid in (os.getppid(), @HOST@, os.getpid() - 1, os.getpid() + 1):
    found.append(libc.process_vm_readv(pid, ctypes.byref(here), 1, ctypes.byref(there), 1, 0) > 0)
    found.append(libc.ptrace(16, pid, 0, 0) == 0 or libc.ptrace(0x4206, pid, 0, 0) == 0)
    pidfd = libc.syscall(434, pid, 0)
    found.append(pidfd >= 0 or libc.syscall(438, pidfd, 3, 0) >= 0)
    found.append(libc.syscall(312, os.getpid(), pid, 0, 3, 3) >= 0)  # kcmp
found.append(libc.ptrace(0, 0, 0, 0) == 0)


def scale(x, k):
    return x * k if any(found) else x * 0
