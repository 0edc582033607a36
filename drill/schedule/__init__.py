"""Pure functions over time and evidence: ratings, the FSRS memory model, the queue."""
