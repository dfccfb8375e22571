"""Answers of readers to the exercises of notebook 03 (see test_exercises.py)."""

# check_first_step
lambda gradient, lr: -lr * gradient / gradient  # When does it go up
lambda gradient, lr: lr * gradient / abs(gradient)  # against the gradient
lambda gradient, lr: lr * gradient  # the root of v is its size
lambda gradient, lr: 1 if gradient < 0 else -1  # How far does it go
lambda gradient, lr: -0.01 * gradient / (gradient**2) ** 0.5  # the notebook's 0.01
lambda g, lr: -lr * 0.1 * g / ((0.001 * g**2) ** 0.5 + 1e-8)  # Both means began at 0
lambda gradient, lr: -lr * torch.tensor(gradient).sign()  # right
lambda gradient, lr: lr * ((gradient < 0) - (gradient > 0))  # right

# check_training_step
{
    "loss_fn(model -> torch.nn.MSELoss(model": "A second pair of brackets calls it",
    "zero_grad() -> zero_grad": "add up until they are cleared",
    "optimizer.zero_grad() -> & optimizer.step() -> optimizer.zero_grad(); optimizer.step()":
        "In which order do you clear",
    "loss = -> optimizer = torch.optim.SGD(model.parameters(), lr=0.1); loss =":
        "not by the optimizer that is handed in",
    "backward() -> backward": "No gradient was computed",
    "step() -> step": "nothing moved",
    "optimizer.step() -> & loss.back -> optimizer.step(); loss.back": "In which order do you",
    "step() -> step(); optimizer.step()": "more than one step",
    "return: loss.item(), loss.item()": "Both losses are the same",
    "return: loss.detach()": "Return 2",
    "return: model(prices).mean().item(), after.item()": "isn't the two losses",
    "loss_fn = -> import lstm_scratch; model = lstm_scratch.LSTM_Scratch().double(); loss_fn =":
        "which model do you use",
}
def training_step(model, optimizer, prices, next_price):  # is anything missing
    optimizer.param_groups[0]["momentum"] = 0
    loss = sum((model(prices) - next_price) ** 2) / len(prices)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item(), ((model(prices) - next_price) ** 2).mean().item()
def training_step(model, optimizer, prices, next_price):  # right
    def loss_and_gradients():
        optimizer.zero_grad()
        loss = torch.nn.MSELoss()(model(prices), next_price)
        loss.backward()
        return loss
    return optimizer.step(loss_and_gradients).item(), loss_and_gradients()
