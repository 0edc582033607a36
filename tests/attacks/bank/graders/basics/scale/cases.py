def generate(rng, n):
    return {"x": 1 + rng.random((n, 2)), "k": float(rng.uniform(2, 3))}
