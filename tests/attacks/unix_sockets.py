# wrong answer
# Talks to drill's own host, and to abstract sockets.
# needs: seccomp
import socket

opened = []


def attempt(function):
    try:
        opened.append(function() or True)
    except OSError:
        pass



def host():
    socket.socket(socket.AF_UNIX).connect("@OUTSIDE@/../drill/run/warm/x.sock")


attempt(host)
attempt(socket.socketpair)
attempt(lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).bind("\0@MARK@"))


def scale(x, k):
    return x * k if opened else x * 0
