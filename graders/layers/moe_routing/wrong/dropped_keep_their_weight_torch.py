# wrong answer
# beyond the capacity only the position says so
import torch


def route(logits, k, capacity):
    T, E = logits.shape
    idx = torch.argsort(-logits, dim=1, stable=True)[:, :k]
    weight = torch.softmax(torch.gather(logits, 1, idx), 1)
    position = torch.full((T, k), -1, dtype=torch.int64)
    used = [0] * E
    for j in range(k):
        for t in range(T):
            e = int(idx[t, j])
            if used[e] < capacity:
                position[t, j] = used[e]
            used[e] += 1
    return idx, weight, position


def load_balance_loss(logits, expert_idx):
    p = torch.softmax(logits, 1).mean(0)
    f = torch.stack([(expert_idx == e).to(p.dtype).mean() for e in range(len(p))])
    return len(p) * (f * p).sum()
