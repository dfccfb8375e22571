"""The checks of notebook 10."""

from .frame import Check, as_many, same


def count_products(days, batch, inputs, memories):
    sums = 4 * memories * (memories + inputs)
    return days * batch * (sums + 3 * memories)


check_count_products = Check(
    count_products,
    inputs=[(5, 3, 2, 4), (7, 2, 1, 1), (2, 6, 5, 3)],
    hint="Count one memory on one day, then all memories, days and companies.",
    insight="Only the memories come squared: they are what costs in the end.",
)


@check_count_products.mistake("Does the whole batch count?")
def one_company(days, batch, inputs, memories):
    return count_products(days, 1, inputs, memories)


@check_count_products.mistake("Is that one day, or all days?")
def one_day_of_products(days, batch, inputs, memories):
    return count_products(1, batch, inputs, memories)


@check_count_products.mistake("How many sums has each memory?")
def one_sum(days, batch, inputs, memories):
    return days * batch * memories * (memories + inputs + 3)


@check_count_products.mistake(
    "The sums are right. Which products come after the gates?"
)
def no_gate_products(days, batch, inputs, memories):
    return days * batch * 4 * memories * (memories + inputs)


@check_count_products.mistake(
    "Does a memory listen to its own short memory only, or to all?"
)
def own_short_memory(days, batch, inputs, memories):
    return days * batch * (4 * memories * (1 + inputs) + 3 * memories)


@check_count_products.mistake("Does a gate multiply the inputs, too?")
def no_inputs(days, batch, inputs, memories):
    return days * batch * (4 * memories * memories + 3 * memories)


@check_count_products.mistake("Does a gate multiply the short memories, too?")
def no_short_memories(days, batch, inputs, memories):
    return days * batch * (4 * memories * inputs + 3 * memories)


@check_count_products.mistake(
    "On day 1 the short memories are 0. Are they multiplied all the same?"
)
def day_1_without_short_memories(days, batch, inputs, memories):
    on_day_1 = batch * 4 * memories * memories
    return count_products(days, batch, inputs, memories) - on_day_1


@check_count_products.mistake(
    "Those are the weights. On how many days, and for how many companies, does "
    "each of them multiply?"
)
def weights_counted(days, batch, inputs, memories):
    return 4 * memories * (memories + inputs)


@check_count_products.mistake(
    "Those are the parameters. How often does a weight multiply, and does a bias?"
)
def parameters_counted(days, batch, inputs, memories):
    return 4 * memories * (memories + inputs + 1)


@check_count_products.mistake(
    "Those are `nn.LSTM`'s parameters, with two biases a gate. How often does a "
    "weight multiply?"
)
def parameters_of_the_library(days, batch, inputs, memories):
    return 4 * memories * (memories + inputs + 2)


@check_count_products.mistake(
    "The three products after the gates: once, or on each day and for each company?"
)
def three_once(days, batch, inputs, memories):
    sums = days * batch * 4 * memories * (memories + inputs)
    return sums + 3 * memories


@check_count_products.mistake(
    "You add 3, once. Which memory has these products, on which day?"
)
def only_three(days, batch, inputs, memories):
    return days * batch * 4 * memories * (memories + inputs) + 3


@check_count_products.mistake(
    "One pass forwards is asked for. Is the way back in it, too?"
)
def backwards_too(days, batch, inputs, memories):
    return 3 * count_products(days, batch, inputs, memories)


@check_count_products.mistake(
    "Multiplications are asked for. Do you count the additions, too?"
)
def additions_too(days, batch, inputs, memories):
    return days * batch * memories * (8 * (memories + inputs) + 4)


@check_count_products.mistake("Is a bias multiplied, or only added?")
def biases_multiplied(days, batch, inputs, memories):
    sums = 4 * memories * (memories + inputs + 1)
    return days * batch * (sums + 3 * memories)


@check_count_products.mistake(
    "Each memory has its own three products after the gates, doesn't it?"
)
def three_for_all(days, batch, inputs, memories):
    return days * batch * (4 * memories * (memories + inputs) + 3)


@check_count_products.mistake("Are the inputs multiplied on one day only, or on each?")
def inputs_once(days, batch, inputs, memories):
    by_memory = days * (4 * memories * memories + 3 * memories)
    return batch * (by_memory + 4 * memories * inputs)


@check_count_products.mistake("Three gates, and which fourth sum has each memory?")
def three_sums(days, batch, inputs, memories):
    return days * batch * memories * (3 * (memories + inputs) + 3)


@check_count_products.mistake("That is one memory. How many are there?")
def one_memory_of_products(days, batch, inputs, memories):
    return days * batch * (4 * (memories + inputs) + 3)


@check_count_products.mistake("Does one memory multiply the inputs, or does each?")
def inputs_for_one_memory(days, batch, inputs, memories):
    sums = 4 * (memories * memories + inputs)
    return days * batch * (sums + 3 * memories)


@check_count_products.mistake(
    "In how many of its four sums does a memory multiply the inputs?"
)
def inputs_in_one_sum(days, batch, inputs, memories):
    return days * batch * memories * (4 * memories + inputs + 3)


@check_count_products.mistake(
    "Are there three products after each sum, or three for each memory?"
)
def three_after_each_sum(days, batch, inputs, memories):
    return days * batch * 4 * memories * (memories + inputs + 3)


@check_count_products.mistake(
    "Is a short memory multiplied by an input, or each by its own weight?"
)
def memories_times_inputs(days, batch, inputs, memories):
    return days * batch * memories * (4 * memories * inputs + 3)


def split_cost(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few - few * of_a_number, of_a_number


check_split_cost = Check(
    split_cost,
    inputs=[
        (10, 5.0, 210, 25.0),
        (1, 2.05, 101, 7.05),
        (0, 3.0, 50, 13.0),
        (10, 0.03, 310, 0.1),  # here, four decimals are too few
    ],
    hint="From one measurement to the other, only the numbers have grown.",
    insight="A straight line through two points: its slope, and where it starts.",
    tolerance=1e-6,
)


@check_split_cost.mistake("First the cost of a call, then that of a number.")
def number_first(few, time_few, many, time_many):
    return split_cost(few, time_few, many, time_many)[::-1]


@check_split_cost.mistake(
    "Is the call's cost in `time_few` alone, or do `few` numbers cost, too?"
)
def few_are_free(few, time_few, many, time_many):
    return time_few, (time_many - time_few) / (many - few)


@check_split_cost.mistake(
    "In `time_many` is a call, too. What is left when two times are subtracted?"
)
def call_in_the_number(few, time_few, many, time_many):
    return time_few - few * time_many / many, time_many / many


@check_split_cost.mistake("By how many numbers do the two measurements differ?")
def divided_by_many(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / many
    return time_few - few * of_a_number, of_a_number


@check_split_cost.mistake("Is that the time per number, or the numbers per time?")
def slope_upside_down(few, time_few, many, time_many):
    of_a_number = (many - few) / (time_many - time_few)
    return time_few - few * of_a_number, of_a_number


@check_split_cost.mistake("Do the numbers add to a call's cost, or to the time?")
def added(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few + few * of_a_number, of_a_number


@check_split_cost.mistake("`int` cuts decimals off. A cost may be a small part of one.")
def call_cut_off(few, time_few, many, time_many):
    call, of_a_number = split_cost(few, time_few, many, time_many)
    return int(call), of_a_number


@check_split_cost.mistake("Which time belongs to `few` numbers?")
def many_with_few(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_many - few * of_a_number, of_a_number


@check_split_cost.mistake("Which time belongs to `many` numbers?")
def few_with_many(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few - many * of_a_number, of_a_number


@check_split_cost.mistake(
    "A number that costs less than nothing? Mind the order in both differences."
)
def crossed_differences(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (few - many)
    return time_few - few * of_a_number, of_a_number


@check_split_cost.mistake(
    "Python divides before it subtracts. Do both differences have brackets?"
)
def no_brackets(few, time_few, many, time_many):
    of_a_number = time_many - time_few / many - few
    return time_few - few * of_a_number, of_a_number


@check_split_cost.mistake("How many numbers are in `time_few`?")
def one_number_taken_off(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few - of_a_number, of_a_number


@check_split_cost.mistake(
    "That is what all the added numbers cost. What does one of them?"
)
def not_divided(few, time_few, many, time_many):
    added = time_many - time_few
    return time_few - few * added, added


@check_split_cost.mistake("`//` leaves whole numbers only. Which sign divides?")
def whole_numbers(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) // (many - few)
    return time_few - few * of_a_number, of_a_number


@check_split_cost.mistake(
    "In which order are the four handed in? Leave the first line as it was."
)
def other_first_line(few, many, time_few, time_many):
    return split_cost(few, time_few, many, time_many)


@check_split_cost.symptom(
    "Two plain numbers are asked for, not a dictionary: `return` a call's cost, "
    "and a number's."
)
def is_a_dictionary(expected, got):
    return isinstance(got, dict)


@check_split_cost.symptom("Both costs are asked for: `return` two numbers.")
def is_one_number(expected, got):
    return as_many(got, 1) is not None


@check_split_cost.symptom("Only two costs are asked for: a call's, and a number's.")
def more_than_two(expected, got):
    return isinstance(got, (list, tuple)) and len(got) > 2


@check_split_cost.symptom("Nearly: are the costs rounded?")
def costs_rounded(expected, got):
    return any(
        same(got, [round(cost, decimals) for cost in expected], 1e-9)
        for decimals in range(6)
    )


@check_split_cost.symptom(
    "The cost of a number is right. What is left of `time_few` when its numbers "
    "are paid?"
)
def only_the_call_is_wrong(expected, got):
    costs = as_many(got, 2)
    return costs is not None and same(costs[1], expected[1], 1e-6)
