"""Answers of readers to the exercises of notebook 03 (see test_exercises.py)."""

# check_first_step
lambda gradient, lr: -lr * gradient / gradient  # When does it go up
lambda gradient, lr: lr * gradient / abs(gradient)  # against the gradient
lambda gradient, lr: lr * gradient  # the root of v is its size
lambda gradient, lr: -lr / gradient  # Which root
lambda gradient, lr: 1 if gradient < 0 else -1  # How far does it go
lambda gradient, lr: -0.01 * gradient / (gradient**2) ** 0.5  # the notebook's 0.01
lambda g, lr: -lr * 0.1 * g / ((0.001 * g**2) ** 0.5 + 1e-8)  # Both means began at 0
lambda gradient, lr: -lr / (gradient**2) ** 0.5  # What stands above it
lambda gradient, lr: -lr * torch.tensor(gradient).sign()  # right
lambda gradient, lr: lr * ((gradient < 0) - (gradient > 0))  # right

# check_training_step
{
    "loss_fn(model -> torch.nn.MSELoss(model": "A second pair of brackets calls it",
    "zero_grad() -> zero_grad": "add up until they are cleared",
    "optimizer.zero_grad() -> & optimizer.step() -> optimizer.zero_grad(); optimizer.step()":
        "cleared after `backward()`",
    "loss = -> optimizer = torch.optim.SGD(model.parameters(), lr=0.1); loss =":
        "not by the optimizer that is handed in",
    "backward() -> backward": "No gradient was computed",
    "step() -> step": "nothing moved",
    "optimizer.step() -> & loss.back -> optimizer.step(); loss.back": "The step comes before",
    "step() -> step(); optimizer.step()": "more than one step",
    "return: loss.item(), loss.item()": "Both losses are the same",
    "return: it[::-1]": "In which order",
    "return: loss.detach()": "Two losses are asked for",
    "return: model(prices).mean().item(), after.item()": "isn't the two losses",
    "MSELoss() -> MSELoss(reduction='sum')": "What does the M",
    "next_price) -> next_price.view(-1, 1))": "labels have another shape",
    "(model(prices), next_price) -> (model(prices[:1]), next_price[:1])":
        "Only the first company",
    "next_price) -> torch.ones_like(next_price))": "is it always 1",
    "loss_fn = -> import lstm_scratch; model = lstm_scratch.LSTM_Scratch().double(); loss_fn =":
        "which model do you use",
}
def training_step(model, optimizer, prices, next_price):  # right
    def loss_and_gradients():
        optimizer.zero_grad()
        loss = torch.nn.MSELoss()(model(prices), next_price)
        loss.backward()
        return loss
    return optimizer.step(loss_and_gradients).item(), loss_and_gradients()
