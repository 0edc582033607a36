# wrong answer
# Sends a datagram.
# needs: seccomp
import socket

opened = []


def attempt(function):
    try:
        opened.append(function() or True)
    except OSError:
        pass



def send():
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"answer?", ("127.0.0.1", 9))


attempt(send)


def scale(x, k):
    return x * k if opened else x * 0
