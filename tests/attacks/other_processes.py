# wrong answer
# Every other way to a new process or program.
# needs: seccomp
import ctypes
import multiprocessing
import os
import pty
import subprocess

libc = ctypes.CDLL(None, use_errno=True)
done = []


def attempt(function):
    try:
        done.append(function() or True)
    except OSError:
        pass


attempt(lambda: subprocess.run(["/bin/sleep", "1000"]))
attempt(lambda: os.posix_spawn("/bin/sleep", ["sleep", "1000"], {}))
attempt(lambda: os.execv("/bin/true", ["true"]))
attempt(pty.fork)
attempt(lambda: multiprocessing.get_context("fork").Process(target=int).start())
done += [number for number in (56, 57, 58, 435) if libc.syscall(number, 17, 0, 0, 0, 0) >= 0]
done += [1 for function in (libc.system, libc.popen) if function(b"sleep 1000", b"r") not in (-1, 0, 32512)]
done += [1] if libc.unshare(0x10000000) == 0 or libc.memfd_create(b"x", 0) >= 0 else []


def scale(x, k):
    return x * k if any(done) else x * 0
