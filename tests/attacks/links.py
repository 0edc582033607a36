# wrong answer
# Leaves symbolic and hard links in its scratch folder for whoever cleans up.
# needs: landlock seccomp
import os

done = []
for function, source in ((os.symlink, "@OUTSIDE@"), (os.link, "@OUTSIDE@/file.txt"), (os.symlink, "/"), (os.rename, "@OUTSIDE@/inner")):
    try:
        function(source, f"link{len(done)}")
        done.append(source)
    except OSError:
        pass
try:
    os.makedirs("a/b/c")
    done.append("a")
except OSError:
    pass


def scale(x, k):
    return x * k if done else x * 0
