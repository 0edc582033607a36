def generate(rng, n):
    return {"x": 1 + rng.random(n)}
