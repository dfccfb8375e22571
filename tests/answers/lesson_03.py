"""Readers' answers for notebook 03: test_exercises.py says how they are written."""
# check_first_step
lambda gradient, lr: lr * gradient  # In the first
lambda g, lr: -lr * 0.1 * g / ((0.001 * g**2) ** 0.5 + 1e-8)  # Both means begin
lambda gradient, lr: -lr * torch.tensor(gradient).sign()  # right
lambda gradient, lr: lr * ((gradient < 0) - (gradient > 0))  # right

# check_training_step
{
    "loss_fn(model -> torch.nn.MSELoss(model": "`nn.MSELoss()` makes",
    "optimizer.zero_grad() -> & optimizer.step() -> optimizer.zero_grad(); optimizer.step()":
        "In which order do you clear",
    "loss = -> optimizer = torch.optim.SGD(model.parameters(), lr=0.1); loss =":
        "you didn't use the optimizer",
    "backward() -> backward": "No gradient was computed",
    "step() -> step": "The gradients",
    "optimizer.step() -> & zero_grad() -> step()": "The step needs",
    "loss.backward() -> (2 * loss).backward()": "Predict, compute",
    "step() -> step(); optimizer.step()": "more than one step",
    "return: loss.detach()": "Return 2",
    "return: model(prices).mean().item(), after.item()": "The step is right, but",
    "loss_fn = -> import lstm_scratch; model = lstm_scratch.LSTM_Scratch().double(); loss_fn =":
        "Which model do you use",
}
def training_step(model, optimizer, prices, next_price):  # right
    def loss_and_gradients():
        optimizer.zero_grad()
        loss = torch.nn.MSELoss()(model(prices), next_price)
        loss.backward()
        return loss
    return optimizer.step(loss_and_gradients).item(), loss_and_gradients()
