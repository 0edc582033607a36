# memory limit exceeded
# Takes memory without end before there is anything to call.
held = [bytearray(1 << 20) for _ in iter(int, 1)]
