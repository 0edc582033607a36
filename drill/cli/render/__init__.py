"""What the learner sees: the only place that prints."""
