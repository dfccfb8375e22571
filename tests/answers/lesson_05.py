"""Answers of readers to the exercises of notebook 05 (see test_exercises.py)."""

# check_passes
def passes(predictions, wanted, margin):  # more than two companies
    a, b = (predictions[:2] - wanted[:2, None]).abs()
    return torch.maximum(a, b) < margin
def passes(predictions, wanted, margin):  # Only the first company
    for row, right in zip(predictions, wanted):
        return (row - right).abs() < margin
def passes(predictions, wanted, margin):  # overwrite the one before
    for row, right in zip(predictions, wanted):
        passed = (row - right).abs() < margin
    return passed
def passes(predictions, wanted, margin):  # taken away too early
    return ((predictions.abs() - wanted[:, None].abs()) < margin).all(dim=0)
def passes(predictions, wanted, margin):  # as many answers as companies
    right = []
    for model in range(len(predictions)):
        errors = (predictions[:, model] - wanted).abs()
        right.append(bool((errors < margin).all()))
    return torch.tensor(right)
# laid beside each row
lambda predictions, wanted, margin: ((predictions - wanted).abs() < margin).all(dim=0)
def passes(predictions, wanted, margin):  # takes away the sign
    errors = predictions - wanted[:, None]
    return (errors < margin).all(dim=0)
def passes(predictions, wanted, margin):  # the other way round
    errors = predictions - wanted[:, None]
    return errors.abs().max(dim=0).values > margin
def passes(predictions, wanted, margin):  # One good prediction
    errors = (predictions - wanted[:, None]).abs()
    return (errors < margin).float().mean(dim=0) >= 0.5
def passes(predictions, wanted, margin):  # Which ones
    errors = (predictions - wanted[:, None]).abs()
    return (errors < margin).all(dim=0).tolist().count(True)
def passes(predictions, wanted, margin):  # The margin is for the error, not for its
    loss = (predictions - wanted[:, None]) ** 2
    return (loss < margin).all(dim=0)
def passes(predictions, wanted, margin):  # That is how many pass
    errors = (predictions - wanted[:, None]).abs()
    return (errors < margin).all(dim=0).sum()
def passes(predictions, wanted, margin):  # `wanted` is laid beside each row, but it
    errors = (predictions - wanted).abs()
    return (errors < margin).all(dim=0)
def passes(predictions, wanted, margin):  # right
    errors = predictions - wanted.reshape(-1, 1)
    return errors.abs().max(dim=0).values < margin
def passes(predictions, wanted, margin):  # right
    return [all(abs(p - w) < margin for p, w in zip(column, wanted))
            for column in predictions.T]
def passes(predictions, wanted, margin):  # right
    return (abs(predictions.T - wanted).numpy() < margin).all(axis=1)
def passes(predictions, wanted, margin):  # right, but it changes
    predictions -= wanted[:, None]
    return (predictions.abs() < margin).prod(dim=0)
def passes(predictions, wanted, margin):  # right
    import numpy as np
    p, w = (predictions.detach().numpy(), wanted.numpy())
    return np.all(np.abs(p - w[:, None]) < margin, axis=0)
def passes(predictions, wanted, margin):  # right
    return (predictions - wanted.unsqueeze(1)).abs().max(dim=0).values <= margin
def passes(predictions, wanted, margin):  # right, but it changes
    predictions -= wanted[:, None]
    return (predictions.abs() < margin).all(dim=0)

# check_take_out
def take_out(many, number):  # without an axis
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        value = many.get_parameter(name)[number].item()
        parameter.data = torch.tensor([value])
    return one
def take_out(many, number):  # writes into `many`
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        many.get_parameter(name).data[number] = parameter.data
    return one
def take_out(many, number):  # share their memory
    one = LSTM_Scratch()
    for mine, theirs in zip(one.parameters(), many.parameters()):
        mine.data = theirs.data[number]
    return one
def take_out(many, number):  # four biases
    one = LSTM_Scratch()
    for name in ('wa1', 'wa2', 'wb1', 'wb2', 'wc1', 'wc2', 'wd1', 'wd2'):
        value = many.get_parameter(name)[number].item()
        one.get_parameter(name).data.fill_(value)
    return one
def take_out(many, number):  # the model before it
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        parameter.data = many.get_parameter(name).detach()[number - 1].clone()
    return one
lambda many, number: many  # which one is wanted
def take_out(many, number):  # That is `many` itself
    for p in many.parameters():
        p.data = p.data[number]
    return many
# Return an LSTM_Scratch, not a list
lambda many, number: [p[number].item() for p in many.parameters()]
def take_out(many, number):  # None of these numbers is from `many`
    torch.manual_seed(number)
    return LSTM_Scratch()
def take_out(many, number):  # what puts a value into a parameter
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        parameter = many.get_parameter(name)[number]
    return one
def take_out(many, number):  # does `return` stand inside the loop
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        parameter.data = many.get_parameter(name).detach()[number].clone()
        return one
def take_out(many, number):  # For each of the twelve names
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        parameter.data = many.wd2.detach()[number].clone()
    return one
def take_out(many, number):  # That is `many` itself, with its other mo
    one = many
    for name, parameter in one.named_parameters():
        parameter.data = torch.tensor(many.get_parameter(name)[number].item())
    return one
def take_out(many, number):  # That is the mean of all models, not one 
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        parameter.data = torch.tensor(many.get_parameter(name).mean().item())
    return one
def take_out(many, number):  # The numbers are right
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        parameter.data = many.get_parameter(name).data[number]
    return one
def take_out(many, number):  # right
    one = LSTM_Scratch().double()
    one.load_state_dict({k: v[number] for k, v in many.state_dict().items()})
    return one
def take_out(many, number):  # right
    one = LSTM_Scratch()
    with torch.no_grad():
        for mine, theirs in zip(one.parameters(), many.parameters()):
            mine.copy_(theirs[number])
    return one
def take_out(many, number):  # right
    one = LSTM_Scratch()
    with torch.no_grad():
        for mine, theirs in zip(one.parameters(), many.parameters()):
            mine.fill_(theirs[number])
    return one
