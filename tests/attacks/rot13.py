# compile error
# Python in another alphabet, as the first lines declare.
# door: command
# coding: rot13
qrs fpnyr(k, x):
    erghea k * x )
