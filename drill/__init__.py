"""drill: a command-line trainer for deep-learning coding interviews."""

__version__ = "0.1.0"
