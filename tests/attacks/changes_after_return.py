# wrong answer
# Returns one thing, and another once it may have been checked.
import threading
import time


def scale(x, k):
    answer = x * 0

    def change():
        for _ in range(100):
            answer[:] = x * 3
            time.sleep(0.001)

    threading.Thread(target=change, daemon=True).start()
    return answer
