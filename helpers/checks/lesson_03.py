"""Checks for notebook 03."""

import torch
from torch import nn

from lstm_scratch import COMPANY_A, COMPANY_B

from .frame import as_many, check, known_model

BATCH = torch.tensor([COMPANY_A, COMPANY_B]).double()
WANTED = torch.tensor([0.0, 0.8]).double()
NOT_ENLARGED = 0.1, 1 / 0.001**0.5, 0.1 / 0.001**0.5  # of m, of v, of both


@check(
    inputs=[(-0.2, 0.01), (3.0, 0.02)],
    hint="In the first step, m is the gradient, and the root of v is its size.",
    insight="Adam's first step has the size of the learning rate, for every number.",
    mistakes={
        "return: -lr": "The size is right. When does it go up?",
        "return: lr": "The size is right. When does it go down?",
        "-lr -> lr & else lr -> else -lr": "Training moves against the gradient.",
        "return: -lr * gradient": "That is a step of plain gradient descent. By what does Adam divide?",
        "return: -lr / gradient": "Divided by v. Which root does the formula take first?",
        "lr -> 1": "The direction is right. How far does it go?",
        "lr -> 0.01": "The learning rate is handed in: do you use it, or the notebook's 0.01?",
        "return: -lr / abs(gradient)": "The root of v is there. What stands above it in the formula?",
        "any(abs(float(got) / expected / each - 1) < 0.005 for each in NOT_ENLARGED)": "Both means began at 0. By what does Adam divide each of them in the first step?",
    },
)
def check_first_step(gradient, lr):
    return -lr if gradient > 0 else lr


def three_steps(answer, prices, next_price):
    """(own model and optimizer) losses before and after three steps, then predictions"""
    model, calls = known_model(), []
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.5)
    model.register_forward_hook(lambda *_: calls.append("forward"))
    model.wd2.register_hook(lambda _: calls.append("backward"))
    optimizer.register_step_post_hook(lambda *_: calls.append("step"))
    given = model, optimizer, prices, next_price
    losses = [as_many(answer(*given), 2) for _ in range(3)]
    with torch.no_grad():
        seen = torch.cat([torch.tensor(losses).flatten(), model(prices)])
    seen.calls = calls[:-1]  # the last one is ours
    return seen


@check(
    inputs=[(BATCH[:1], WANTED[:1]), (BATCH, WANTED)],
    hint="Predict, loss, clear the gradients, backward, step: is anything missing?",
    insight="These five lines train any model, of twelve numbers or of billions.",
    observe=three_steps,
    changes=True,
    mistakes={
        "optimizer.zero_grad() -> ": "Gradients add up until they are cleared.",
        "Loss() -> Loss(reduction='sum')": "The squares are added up. What does the M in MSE stand for?",
        "next_price) -> next_price[:, None])": "The labels have another shape than the predictions: then each prediction is compared with each label.",
        "(prices) -> (prices)[:1] & next_price) -> next_price[:1])": "Only the first company of the batch is in your loss.",
        "after = nn.MSELoss()(model(prices), next_price) -> after = loss": "Both losses are the same. Does the second come from predictions made after the step?",
        "return: it[::-1]": "The step is right. In which order are the two losses asked for?",
        "'MSELoss' in str(got)": "`nn.MSELoss()` makes the function. A second pair of brackets calls it: `nn.MSELoss()(predicted, wanted)`.",
        "'forward' not in got.calls": "No prices went through the model that is handed in: which model do you use?",
        "'backward' not in got.calls": "No gradient was computed: which call does that? Has it its brackets?",
        "'step' not in got.calls and same(got[4], got[0], 1e-9)": "The gradients are there, but nothing moved: which call takes the step? Has it its brackets?",
        "'step' not in got.calls": "The numbers moved, but not by the optimizer that is handed in. A new one at each step has forgotten the steps before.",
        "'inplace operation' in str(got) or same(got[4], got[0], 1e-9)": "The gradients must be there when the step is taken. In which order do you clear them, compute them and step?",
        "got.calls.count('step') > 3": "That is more than one step each time.",
        "same(got[6:], expected[6:])": "The step is right. What you return isn't the two losses.",
    },
)
def check_training_step(model, optimizer, prices, next_price):
    loss = nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    after = nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
