"""Answers of readers to the exercises of notebook 03 (see test_exercises.py)."""

# check_first_step
lambda gradient, lr: -lr * gradient / gradient  # When does it go up
lambda gradient, lr: lr * gradient / abs(gradient)  # against the gradient
# In the first step, m is the gradient, and the root of v is its size.
lambda gradient, lr: lr * gradient
# In the first step, m is the gradient, and the root of v is its size.
lambda gradient, lr: -lr * abs(gradient)
lambda gradient, lr: -lr / gradient  # Which root
lambda gradient, lr: 1 if gradient < 0 else -1  # How far does it go
# The learning rate is handed in: do you use it, or the notebook's 0.01?
lambda gradient, lr: -0.01 * gradient / (gradient**2) ** 0.5
def first_step(gradient, lr):  # Both means began at 0
    m = 0.9 * 0 + 0.1 * gradient
    v = 0.999 * 0 + 0.001 * gradient**2
    return -lr * m / (v**0.5 + 1e-8)
def first_step(gradient, lr):  # Both means began at 0
    m = 0.1 * gradient
    return -lr * m / (gradient**2) ** 0.5
def first_step(gradient, lr):  # Both means began at 0
    v = 0.001 * gradient**2
    return -lr * gradient / (v**0.5 + 1e-8)
lambda gradient, lr: print(-lr if gradient > 0 else lr)  # is there a `return`
lambda gradient, lr: -lr / (gradient**2) ** 0.5  # What stands above it
lambda gradient, lr: -lr / (abs(gradient) + 1e-8)  # What stands above it
# In the first step, m is the gradient, and the root of v is its size.
lambda gradient, lr: gradient - lr
lambda gradient, lr: -lr * gradient / abs(gradient)  # right
lambda gradient, lr: -lr * torch.tensor(gradient).sign()  # right
lambda gradient, lr: lr * ((gradient < 0) - (gradient > 0))  # right
def first_step(gradient, lr):  # right
    number = torch.nn.Parameter(torch.tensor(0.0))
    number.grad = torch.tensor(gradient)
    torch.optim.Adam([number], lr=lr).step()
    return number

# check_training_step
# A second pair of brackets calls it
def training_step(model, optimizer, prices, next_price):
    loss = torch.nn.MSELoss(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # cleared after `backward()`
    loss = torch.nn.MSELoss()(model(prices), next_price)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # cleared after `backward()`
    loss = torch.nn.MSELoss()(model(prices), next_price)
    loss.backward()
    model.zero_grad()
    optimizer.step()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
# not by the optimizer that is handed in
def training_step(model, optimizer, prices, next_price):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    loss = torch.nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
# not by the optimizer that is handed in
def training_step(model, optimizer, prices, next_price):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    loss = torch.nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # No gradient was computed
    loss = torch.nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward
    optimizer.step()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # nothing moved
    loss = torch.nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # The step comes before
    loss = torch.nn.MSELoss()(model(prices), next_price)
    optimizer.step()
    optimizer.zero_grad()
    loss.backward()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # more than one step
    for _ in range(2):
        loss = torch.nn.MSELoss()(model(prices), next_price)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # Both losses are the same
    loss = torch.nn.MSELoss()(model(prices), next_price)
    before = loss.item()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return before, loss.item()
def training_step(model, optimizer, prices, next_price):  # In which order
    loss_fn = torch.nn.MSELoss()
    loss = loss_fn(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss_fn(model(prices), next_price), loss
def training_step(model, optimizer, prices, next_price):  # Two losses are asked for
    loss = torch.nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.detach()
# isn't the two losses
def training_step(model, optimizer, prices, next_price):
    predicted = model(prices)
    loss = torch.nn.MSELoss()(predicted, next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return predicted.mean().item(), model(prices).mean().item()
def training_step(model, optimizer, prices, next_price):  # What does the M
    loss = (model(prices) - next_price).square().sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    after = (model(prices) - next_price).square().sum()
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # labels have another shape
    loss = (model(prices) - next_price.view(-1, 1)).square().mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    after = (model(prices) - next_price.view(-1, 1)).square().mean()
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # Only the first company
    loss = torch.nn.MSELoss()(model(prices[:1]), next_price[:1])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    after = torch.nn.MSELoss()(model(prices[:1]), next_price[:1])
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # is it always 1
    loss = (model(prices) - torch.ones_like(next_price)).square().mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    after = (model(prices) - torch.ones_like(next_price)).square().mean()
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # is there a `return`
    loss = torch.nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(loss.item())
def training_step(model, optimizer, prices, next_price):  # The step comes before
    loss = torch.nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    optimizer.step()
    loss.backward()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # which model do you use
    import lstm_scratch
    memory_model = lstm_scratch.LSTM_Scratch().double()
    loss = torch.nn.MSELoss()(memory_model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    after = torch.nn.MSELoss()(memory_model(prices), next_price)
    return loss.item(), after.item()
# add up until they are cleared
def training_step(model, optimizer, prices, next_price):
    loss = torch.nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad
    loss.backward()
    optimizer.step()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # more than one step
    for row, wanted in zip(prices, next_price):
        loss = (model(row[None])[0] - wanted) ** 2
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # right
    optimizer.zero_grad()
    (loss := ((model(prices) - next_price) ** 2).mean()).backward()
    optimizer.step()
    return loss, ((model(prices) - next_price) ** 2).mean()
def training_step(model, optimizer, prices, next_price):  # right
    loss = torch.nn.functional.mse_loss(model(prices), next_price)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    after = torch.nn.MSELoss()(model(prices), next_price)
    return loss.item(), after.item()
def training_step(model, optimizer, prices, next_price):  # right
    model.zero_grad()
    rows = zip(prices, next_price)
    losses = [(model(row[None])[0] - y) ** 2 for row, y in rows]
    loss = sum(losses) / len(losses)
    loss.backward()
    optimizer.step()
    return [loss.item(), torch.nn.MSELoss()(model(prices), next_price)]
def training_step(model, optimizer, prices, next_price):  # right
    loss = torch.nn.MSELoss()(model(prices), next_price)
    numbers = list(model.parameters())
    for p, g in zip(numbers, torch.autograd.grad(loss, numbers)):
        p.grad = g
    optimizer.step()
    return loss.detach().numpy(), torch.nn.MSELoss()(model(prices), next_price)
def training_step(model, optimizer, prices, next_price):  # right
    def loss_and_gradients():
        optimizer.zero_grad()
        loss = torch.nn.MSELoss()(model(prices), next_price)
        loss.backward()
        return loss
    return optimizer.step(loss_and_gradients).item(), loss_and_gradients()
