"""Train many small models side by side, as if they were one.

A stack holds the same weight of all models in one tensor with an axis more, and each
product multiplies all of them in one call. Notebook 09 compares a stack with PyTorch's
own units, trained one by one.
"""

import torch


def train(models, examples, rates, budgets):
    """Train each model at each rate; return losses (rates, budgets, models).

    models: nn.Sequential(unit, nn.Linear) with units of one kind; model number k sees
    the examples of seed k, whatever the rate. examples(generator, count): days
    (days, count, 1) and answers (count,). budgets: numbers of steps, ascending. The
    loss is that on 200 examples that the models haven't seen.
    """
    unit = models[0][0]
    stacks = [torch.func.stack_module_state(models)[0] for _ in rates]
    groups = [{"params": s.values(), "lr": r} for s, r in zip(stacks, rates)]
    optimizer = torch.optim.Adam(groups)
    generators = [torch.Generator().manual_seed(k) for k in range(len(models))]
    unseen = draw(examples, generators, 200)
    losses = []
    for step in range(1, budgets[-1] + 1):
        loss = errors(unit, stacks, *draw(examples, generators, 16))
        optimizer.zero_grad()
        loss.sum().backward()  # each model has a term of its own
        optimizer.step()
        for weight in (w for stack in stacks for w in stack.values()):
            weight.data = weight.data.round(decimals=4)
        if step in budgets:
            with torch.no_grad():
                losses.append(errors(unit, stacks, *unseen))
    return torch.stack(losses, dim=1)


def draw(examples, generators, count):
    """Draw examples for each model: (days, models, 1, count) and (models, count)."""
    days, answers = zip(*(examples(generator, count) for generator in generators))
    return torch.stack(days, dim=1).mT, torch.stack(answers)


def errors(unit, stacks, days, answers):
    """Return the mean squared errors, (rates, models)."""
    w = {name: torch.cat([stack[name] for stack in stacks]) for name in stacks[0]}
    for name in w:
        if "bias" in name:
            w[name] = w[name].unsqueeze(-1)  # a column: the same for each example
    short = last_short_memory(unit, w, days.repeat(1, len(stacks), 1, 1))
    said = (w["1.weight"] @ short + w["1.bias"]).squeeze(1)
    said = said.reshape(len(stacks), *answers.shape)
    return (said - answers).square().mean(dim=-1)


def last_short_memory(unit, w, days):
    """Run the stack through the days: (models, memories, count)."""
    W, V = w["0.weight_hh_l0"], w["0.weight_ih_l0"]
    b, d = w["0.bias_hh_l0"], w["0.bias_ih_l0"]
    short = long = W.new_zeros(*W.mT.shape[:2], days.shape[-1])
    if unit.mode == "GRU":
        for today in days:
            h, x = W @ short + b, V * today + d
            h_new, x_new = h.chunk(3, dim=1)[2], x.chunk(3, dim=1)[2]
            reset, keep, _ = torch.sigmoid(h + x).chunk(3, dim=1)
            short = keep * short + (1 - keep) * torch.tanh(reset * h_new + x_new)
    elif unit.mode == "LSTM":
        for today in days:
            sums = W @ short + (V * today + (b + d))
            i, f, g, o = sums.chunk(4, dim=1)
            long = torch.sigmoid(f) * long + torch.sigmoid(i) * torch.tanh(g)
            short = torch.sigmoid(o) * torch.tanh(long)
    else:
        squash = torch.relu if unit.mode == "RNN_RELU" else torch.tanh
        for today in days:
            short = squash(W @ short + (V * today + (b + d)))
    return short
