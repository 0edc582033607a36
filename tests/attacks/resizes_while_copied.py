# wrong answer | run-time error | time limit exceeded
# A dictionary that changes its size while it is read.
# problem: hurry
import threading

answer = {str(i): [i] for i in range(1000)}


def churn():
    i = 0
    while True:
        answer[str(i % 5000)] = [i]
        answer.pop(str((i * 7) % 5000), None)
        i += 1


threading.Thread(target=churn, daemon=True).start()


def scale(x, k):
    return answer
