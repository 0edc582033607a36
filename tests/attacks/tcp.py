# wrong answer
# Connects, and listens, by TCP.
# needs: seccomp
import socket

opened = []


def attempt(function):
    try:
        opened.append(function() or True)
    except OSError:
        pass



def connect():
    socket.create_connection(("127.0.0.1", 9), 0.2)


attempt(lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM))
attempt(lambda: socket.socket(socket.AF_INET6, socket.SOCK_STREAM))
attempt(lambda: socket.create_server(("127.0.0.1", 0)))
attempt(connect)


def scale(x, k):
    return x * k if opened else x * 0
