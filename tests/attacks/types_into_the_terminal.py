# run-time error
# Keys pushed into the terminal's input by every descriptor, and by one opened anew.
# needs: landlock seccomp
import contextlib
import fcntl
import os
import termios


def scale(x, k):
    typed = 0
    for name in ("/dev/tty", "/dev/console", "/dev/pts/0", "/dev/ptmx"):
        with contextlib.suppress(OSError):
            os.open(name, os.O_RDWR)
    for number in range(64):
        for key in b"touch /tmp/@MARK@\n":
            try:
                fcntl.ioctl(number, termios.TIOCSTI, bytes([key]))
                typed += 1
            except OSError:
                break
    if not typed:
        raise OSError
    return k * x
