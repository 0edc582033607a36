# wrong answer
# A coroutine, which would do its work when awaited.
async def scale(x, k):
    return x * k
