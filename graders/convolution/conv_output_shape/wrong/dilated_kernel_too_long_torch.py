# wrong answer
def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    def pair(v):
        return v if isinstance(v, tuple) else (v, v)

    def one(n, k, s, p, d):
        if s < 1:
            raise ValueError("stride")
        if p == "same":
            if s != 1:
                raise ValueError("same")
            return n
        p = 0 if p == "valid" else p
        effective = k + (k - 1) * d
        if effective > n + 2 * p:
            raise ValueError("kernel too large")
        return (n + 2 * p - effective) // s + 1

    args = [pair(a) for a in (input_hw, kernel_size, stride, padding, dilation)]
    return one(*[a[0] for a in args]), one(*[a[1] for a in args])
