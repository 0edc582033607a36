# wrong answer
# Moves its own folder away and puts another in its place.
# needs: landlock seccomp
import os

here = os.getcwd()
done = []
for function, arguments in ((os.rename, (here, here + "-moved")), (os.rmdir, (here,)), (os.symlink, ("@OUTSIDE@", here)), (os.mkdir, (here + "x",))):
    try:
        function(*arguments)
        done.append(function)
    except OSError:
        pass


def scale(x, k):
    return x * k if done else x * 0
