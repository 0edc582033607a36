# run-time error
# A model, and its code, from the net.
# framework: torch
# needs: landlock seccomp
import torch


def scale(x, k):
    return torch.hub.load("pytorch/vision", "resnet18", trust_repo=True)(x)
