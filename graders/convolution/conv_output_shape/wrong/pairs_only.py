# run-time error
# reads pairs by their length, so that plain ints fail
def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        return tuple(input_hw)
    sizes = []
    for axis in range(len(input_hw)):
        span = dilation[axis] * (kernel_size[axis] - 1) + 1
        sizes.append((input_hw[axis] + 2 * padding[axis] - span) // stride[axis] + 1)
    return tuple(sizes)
