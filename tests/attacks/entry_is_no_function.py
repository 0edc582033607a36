# run-time error
# The entry is an object whose call is somebody else's.
class Entry:
    __call__ = property(lambda self: 1 / 0)


scale = Entry()
