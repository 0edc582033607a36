# compile error
# The same without any clean-up.
import os

os._exit(0)
