# wrong answer | run-time error | time limit exceeded
# Threads that grow and shrink what is returned while it is copied.
# problem: hurry
import threading

answer = [[0.0] * 1000 for _ in range(100)]


def churn():
    while True:
        answer.append([1.0] * 100)
        del answer[0][:], answer[:50]
        answer.extend([[2.0] * 10] * 50)
        if len(answer) > 1000:
            del answer[:]


for _ in range(3):
    threading.Thread(target=churn, daemon=True).start()


def scale(x, k):
    return answer
