"""The judge: draw cases, run references, compare, diagnose, give a verdict."""
