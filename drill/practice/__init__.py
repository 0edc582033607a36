"""The learner's loop: workspace files, attempts, help, submissions and what they change."""
