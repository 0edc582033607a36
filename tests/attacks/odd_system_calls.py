# wrong answer
# io_uring, bpf, keys, userfaultfd, perf, mounts, namespaces.
# needs: seccomp
import ctypes
import platform

libc = ctypes.CDLL(None, use_errno=True)
numbers = {"io_uring_setup": 425, "open_tree": 428, "fsopen": 430, "pidfd_open": 434, "openat2": 437, "mount_setattr": 442}
if platform.machine() == "x86_64":
    numbers |= {"bpf": 321, "add_key": 248, "userfaultfd": 323, "perf": 298, "mount": 165, "setns": 308, "kexec": 246, "sethostname": 170}
done = [name for name, number in numbers.items() if libc.syscall(number, 1, 0, 0, 0, 0) >= 0]


def scale(x, k):
    return x * k if done else x * 0
