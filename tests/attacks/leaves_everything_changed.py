# accepted
# Environment, folder, recursion limit, random states, warnings and error modes left behind.
import os
import random
import sys
import warnings

import numpy as np


def scale(x, k):
    assert "LEFT" not in os.environ and sys.getrecursionlimit() > 500
    os.environ["LEFT"] = "1"
    os.chdir("/")
    os.umask(0)
    sys.setrecursionlimit(100)
    random.seed(0)
    np.random.seed(0)
    np.seterr(all="raise")
    warnings.simplefilter("error")
    return x * k
