"""Answers of readers to the exercises of notebook 02 (see test_exercises.py)."""

# check_unroll
{
    "= 0.0 -> = 0.0; every = [] & = memories -> = memories; every.append(short_memory) & return: every":
        "Those are the short memories of all days",
    "long_memory, short_memory = memories -> long_memory = memories[0]; short_memory = model.lstm_unit(price, long_memory, short_memory)[1]":
        "once a day",
    "in prices -> in prices[::-1]": "run backwards",
    "if price is not None -> if True": "on a day without a price",
    "if price is not None -> if price": "A price of 0 is a price",
    "if price is not None: -> for price in [price or 0.0]:": "no price of 0",
    "in prices -> in prices[: [*prices, None].index(None)]": "come more days",
    "= memories -> = memories; return short_memory": "inside the loop",
    "in prices -> in prices[:4]": "any number of days",
    "in prices -> in prices[:-1]": "last day is missing",
    "in prices -> in prices[1:]": "Day 1 is missing",
    "memories = -> long_memory = short_memory = 0.0; memories =": "begins with memories of 0",
    "long_memory, short_memory = memories -> long_memory, new = memories & return: new":
        "What about the short one",
    "price, -> prices[0],": "belongs to each day",
    "return: long_memory, it": "Those are both memories",
    "long_memory, short_memory = memories -> short_memory = memories":
        "two memories in the place of one",
    "= 0.0 -> = torch.zeros(len(prices))": "the prediction several times",
    "in prices -> in range(len(prices))": "the numbers of the days",
    "in prices -> in COMPANY_A": "Company A every time",
}
lambda model, prices: model(torch.tensor([prices]))[0]  # has the loop inside
lambda model, prices: model.lstm_unit(prices, 0.0, 0.0)[1]  # got a list of prices
def unroll(model, prices):  # the notebook's own model
    numbers = 1.19, 0.48, 1.33, 0.86, 1.29, 0.82, 1.97, 2.01, -0.54, 0.98, 0.68, 1.53
    own = LSTM_Scratch()
    for parameter, value in zip(own.parameters(), numbers):
        parameter.fill_(value)
    return own(torch.tensor([[price for price in prices if price is not None]]))[0]
def unroll(model, prices):  # right, but it changes
    c = h = torch.zeros(1, 1)
    while prices:
        price = prices.pop(0)
        c, h = (c, h) if price is None else model.lstm_unit(price, c, h)
    return h.numpy()

lambda model, prices: 0.5  # Hand both memories on

# check_counting_numbers
lambda: (0, 0, 20, 0, -20, 0, 0, 20, 0, 0, 0, 0)  # Keep all of the old
lambda: [0.0] * 12  # Nothing is written
lambda: (0, 0, 20, 0, 0, 0, 0, 20, 0, 0, 0, 0)  # about half of the price
lambda: (0, 0, 20, 0, 0, 20, 0, 1, 0, 0, 0, 0)  # a little less than 1
lambda: (0, 0, 10, 0, 0, 20, 0, 20, 0, 0, 0, 0)  # loses some of the count
lambda: (0, 0, 20, 0, 20, 0, 0, 0, 20, 0, 0, 0)  # is the candidate -1
lambda: (0, 0, 20, 0, 0, 20, 0, 0, 20, 0, 0, 0)  # as if it were a 1
lambda: (0, 0, 20, 0, 0, 20, 0, -9, 0, 0, 0, 0)  # the wrong way round
lambda: (0, 0, 20, 0, 0, 20, 20, 20, 0, 0, 0, 20)  # Once the count is high
lambda: (0, 0, 12, 0, 0, 12, 0, 12, 0, 0, 0, 12)  # Nearly
lambda: (0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1)  # sums, not gates
lambda: (0, 20, 0)  # Twelve numbers
lambda: (1.0, 2.0, 30.0, -1.0, 3.0, 25.0, 0.5, 9.0, 0.3, 2, 0, -1)  # right
lambda: {1: (0, 0, 16), 2: (0, 0, 16), 3: (0, 16, 0), 4: (0, 0, 0)}.values()  # right
