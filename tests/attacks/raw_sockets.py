# wrong answer
# Raw, packet and netlink sockets.
# needs: seccomp
import socket

opened = []


def attempt(function):
    try:
        opened.append(function() or True)
    except OSError:
        pass



attempt(lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))
attempt(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))
attempt(lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0))
attempt(lambda: socket.socket(40, socket.SOCK_STREAM))  # vsock


def scale(x, k):
    return x * k if opened else x * 0
