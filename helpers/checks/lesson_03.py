"""The checks of notebook 03."""

import torch
from torch import nn

from lstm_scratch import COMPANY_A, COMPANY_B

from .frame import Check, known_model, same


def first_step(gradient, lr):
    return -lr if gradient > 0 else lr


check_first_step = Check(
    first_step,
    inputs=[(-0.2, 0.01), (3.0, 0.02), (-0.0005, 0.5), (0.04, 0.1)],
    hint="In the first step, m is the gradient, and the root of v is its size.",
    insight="Adam's first step has the size of the learning rate, for every number.",
)


@check_first_step.mistake("Training moves against the gradient.")
def along_the_gradient(gradient, lr):
    return lr if gradient > 0 else -lr


@check_first_step.mistake("That is the simplest rule. What does Adam divide by?")
def simplest_rule(gradient, lr):
    return -lr * gradient


@check_first_step.mistake("The size is right. What decides the direction?")
def always_up(gradient, lr):
    return lr


@check_first_step.mistake("The size is right. When does it go up?")
def always_down(gradient, lr):
    return -lr


@check_first_step.mistake("Divided by v. Which root does the formula take first?")
def root_forgotten(gradient, lr):
    return -lr * gradient / gradient**2


@check_first_step.mistake("The direction is right. How far does it go?")
def direction_only(gradient, lr):
    return -gradient / abs(gradient)


@check_first_step.mistake(
    "The learning rate is handed in: do you use it, or the notebook's 0.01?"
)
def notebook_rate(gradient, lr):
    return -0.01 if gradient > 0 else 0.01


@check_first_step.symptom(
    "Both means began at 0. By what does Adam divide each of them in the first step?"
)
def means_begun_at_zero(expected, got):
    times = float(got) / expected  # m, v or both are not divided
    wrong = (0.1, 1 / 0.001**0.5, 0.1 / 0.001**0.5)
    return any(abs(times / each - 1) < 0.005 for each in wrong)


@check_first_step.symptom(
    "The root of v is there. What stands above it in the formula?"
)
def m_forgotten(expected, got):  # -lr / 0.2, with the epsilon or without
    return abs(float(got) + abs(expected) / 0.2) < 1e-5


def training_step(model, optimizer, prices, next_price):
    loss = nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


class Steps(list):
    """Losses and predictions, with the calls that led there in `calls`."""


def three_steps(answer, rows, labels):
    """(own model and optimizer; three losses, then the predictions)"""
    model = known_model()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.5)
    calls = note_calls(model, optimizer)
    rows, labels = (
        torch.tensor(rows).double(),
        torch.tensor(labels).double(),
    )
    losses = []
    for _ in range(3):
        try:
            losses.append(answer(model, optimizer, rows, labels))
        except RuntimeError:  # backward() after a step that moved
            if not is_step_first(calls):
                raise
    called = list(calls)  # the reader's calls, without ours below
    with torch.no_grad():
        steps = Steps([losses, model(rows)])
    steps.calls = called
    return steps


def is_step_first(calls):
    """Was a step taken before the first gradients were there?"""
    return "backward" in calls and "step" in calls[: calls.index("backward")]


def note_calls(model, optimizer):
    """Return a list in which each forward, zero_grad, backward and step is noted."""
    calls = []

    def noting(owner, name):
        method = getattr(owner, name)

        def noted(*arguments, **options):
            calls.append(name)
            return method(*arguments, **options)

        setattr(owner, name, noted)

    noting(model, "zero_grad")
    noting(optimizer, "zero_grad")
    noting(optimizer, "step")
    model.register_forward_hook(lambda *_: calls.append("forward"))
    model.wd2.register_hook(lambda gradient: calls.append("backward"))
    return calls


check_training_step = Check(
    training_step,
    inputs=[
        ([COMPANY_A], [0.0]),
        ([COMPANY_A, COMPANY_B], [0.0, 0.8]),
    ],
    hint="Predict, loss, clear the gradients, backward, step: is anything missing?",
    insight="These five lines train any model, of twelve numbers or of billions.",
    observe=three_steps,
    changes=True,
)


@check_training_step.mistake("Gradients add up until they are cleared.")
def gradients_not_cleared(model, optimizer, prices, next_price):
    loss = nn.MSELoss()(model(prices), next_price)
    loss.backward()
    optimizer.step()
    return loss.item()


def training_step_with(loss_of, model, optimizer, prices, next_price, sign=1):
    loss = loss_of(model(prices), next_price)
    optimizer.zero_grad()
    (sign * loss).backward()
    optimizer.step()
    return loss.item()


@check_training_step.mistake(
    "The squares are added up. What does the M in MSE stand for?"
)
def loss_summed(*given):
    return training_step_with(nn.MSELoss(reduction="sum"), *given)


@check_training_step.mistake(
    "The labels have another shape than the predictions: then each prediction is "
    "compared with each label."
)
def labels_in_a_column(*given):
    return training_step_with(
        lambda p, wanted: (p - wanted[:, None]).square().mean(), *given
    )


@check_training_step.mistake("The wanted price is handed in: is it always 1?")
def label_ignored(*given):
    return training_step_with(lambda p, wanted: (p - 1).square().mean(), *given)


@check_training_step.mistake(
    "That is the mean of the errors' sizes. What is done with the errors in an MSE?"
)
def not_squared(*given):
    return training_step_with(nn.L1Loss(), *given)


@check_training_step.mistake("Only the first company of the batch is in your loss.")
def first_company_only(*given):
    return training_step_with(lambda p, wanted: (p[0] - wanted[0]) ** 2, *given)


@check_training_step.mistake("Your losses grow: is there a minus before the loss?")
def uphill(*given):
    return training_step_with(nn.MSELoss(), *given, sign=-1)


@check_training_step.symptom(
    "No prices went through the model that is handed in: which model do you use?"
)
def other_model(expected, got):
    return "forward" not in got.calls


@check_training_step.symptom(
    "No gradient was computed: which call does that? Has it its brackets?"
)
def no_backward(expected, got):
    return "backward" not in got.calls


@check_training_step.symptom(
    "The gradients are there, but nothing moved: which call takes the step? Has it "
    "its brackets?"
)
def no_step(expected, got):
    return "step" not in got.calls and same(got[0][2], got[0][0], 1e-9)


@check_training_step.symptom(
    "The numbers moved, but not by the optimizer that is handed in. A new one at each "
    "step has forgotten the steps before."
)
def other_optimizer(expected, got):
    return "step" not in got.calls


@check_training_step.symptom(
    "The step comes before its gradients are there: which line belongs first?"
)
def step_first(expected, got):
    return is_step_first(got.calls)


@check_training_step.symptom(
    "The gradients are cleared after `backward()` and before the step: nothing is left "
    "to step by."
)
def cleared_too_late(expected, got):
    pairs = zip(got.calls, got.calls[1:])
    return ("backward", "zero_grad") in pairs


@check_training_step.symptom("That is more than one step each time.")
def many_steps(expected, got):
    return got.calls.count("step") > 3


@check_training_step.symptom(
    "The step is right. But that is the loss after it: measure it before."
)
def loss_after(expected, got):
    return same(got[1], expected[1]) and same(got[0][:2], expected[0][1:])


@check_training_step.symptom("The step is right. What you return isn't the loss.")
def something_else_returned(expected, got):
    return same(got[1], expected[1])
