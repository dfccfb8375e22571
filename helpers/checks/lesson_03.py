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
    hint="In the first step, m is the gradient, and the square root of v is the size of the gradient.",
    insight="For every number, Adam's first step is as large as the learning rate.",
    mistakes={
        "return: -lr": "The size of the step is right. When must the number go up?",
        "return: lr": "The size of the step is right. When must the number go down?",
        "-lr -> lr & else lr -> else -lr": "Your step follows the gradient. Training moves in the opposite direction.",
        "return: -lr * gradient": "That is a step of plain gradient descent. What does Adam divide by?",
        "return: -lr / gradient": "You divide by v. Which root does the formula take first?",
        "lr -> 1": "The direction is right. How far must the number move?",
        "lr -> 0.01": "Your function gets the learning rate as `lr`. Do you use `lr`, or the notebook's 0.01?",
        "return: -lr / abs(gradient)": "You divide by the root of v. Which number must you divide?",
        "any(abs(float(got) / expected / each - 1) < 0.005 for each in NOT_ENLARGED)": "Both means begin at 0. What does Adam divide each mean by in the first step?",
    },
)
def check_first_step(gradient, lr):
    return -lr if gradient > 0 else lr


def three_steps(answer, prices, next_price):
    """losses before and after three steps of a model of ours, then its predictions"""
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
    hint="Predict, compute the loss, clear the gradients, go backward, and take a step. Is one of these five missing?",
    insight="These five lines train any model, whether it has twelve numbers or billions.",
    observe=three_steps,
    changes=True,
    mistakes={
        "optimizer.zero_grad() -> ": "Gradients add up until you clear them.",
        "Loss() -> Loss(reduction='sum')": "You add up the squares. What does the M in MSE mean?",
        "next_price) -> next_price[:, None])": "Your labels and predictions have different shapes, so each prediction is compared with every label.",
        "(prices) -> (prices)[:1] & next_price) -> next_price[:1])": "Your loss uses only the first company of the batch.",
        "after = nn.MSELoss()(model(prices), next_price) -> after = loss": "Your two losses are the same. Do you compute new predictions after the step?",
        "return: it[::-1]": "The step is right. In which order must you return the two losses?",
        "'MSELoss' in str(got)": "`nn.MSELoss()` makes a function. A second pair of brackets calls this function: `nn.MSELoss()(predicted, wanted)`.",
        "'forward' not in got.calls": "Your function doesn't use the model that it gets. Which model do you use?",
        "'backward' not in got.calls": "No gradient was computed. Which call computes gradients? Does this call have brackets?",
        "'step' not in got.calls and same(got[4], got[0], 1e-9)": "The gradients are there, but no number has moved. Which call takes the step? Does this call have brackets?",
        "'step' not in got.calls": "The numbers moved, but you didn't use the optimizer that your function gets. A new optimizer knows nothing about the earlier steps.",
        "'inplace operation' in str(got) or same(got[4], got[0], 1e-9)": "The step needs gradients. In which order do you clear the gradients, compute them and take the step?",
        "got.calls.count('step') > 3": "Your function takes more than one step per call.",
        "same(got[6:], expected[6:])": "The step is right, but you don't return the two losses.",
    },
)
def check_training_step(model, optimizer, prices, next_price):
    loss = nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    after = nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
