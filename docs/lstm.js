// The LSTM of twelve numbers: forwards, backwards, and its training. No page in here.
// The names and the order of the lines are those of notebooks 01 (`oneDay`) and 06.
//
// p: the twelve numbers, {wa1: 1.5, wa2: 0.8, ba1: 1, wb1: ..., bd1: -0.1}
// In Node: const { train } = await import("./lstm.js");

const sigmoid = (z) => 1 / (1 + Math.exp(-z));

const ZEROS = {
  wa1: 0, wa2: 0, ba1: 0, // forget gate: times short memory, times price, times 1
  wb1: 0, wb2: 0, bb1: 0, // input gate
  wc1: 0, wc2: 0, bc1: 0, // candidate memory
  wd1: 0, wd2: 0, bd1: 0, // output gate
};
export const NAMES = Object.keys(ZEROS);

// One day of the unit: every line of it by name.
export function oneDay(p, input_value, long_memory, short_memory) {
  const forget_sum = short_memory * p.wa1 + input_value * p.wa2 + p.ba1;
  const forget_gate = sigmoid(forget_sum);
  const input_sum = short_memory * p.wb1 + input_value * p.wb2 + p.bb1;
  const input_gate = sigmoid(input_sum);
  const candidate_sum = short_memory * p.wc1 + input_value * p.wc2 + p.bc1;
  const candidate = Math.tanh(candidate_sum);
  const output_sum = short_memory * p.wd1 + input_value * p.wd2 + p.bd1;
  const output_gate = sigmoid(output_sum);
  const kept = long_memory * forget_gate;
  const written = input_gate * candidate;
  const updated_long_memory = kept + written;
  const squashed = Math.tanh(updated_long_memory);
  const updated_short_memory = squashed * output_gate;
  return {
    input_value, long_memory, short_memory, forget_sum, forget_gate, input_sum,
    input_gate, candidate_sum, candidate, output_sum, output_gate, kept, written,
    updated_long_memory, squashed, updated_short_memory,
  };
}

// All days, one after the other. The list of days is the tape of notebook 06.
export function forward(p, prices, long = 0, short = 0) {
  const tape = [];
  for (const price of prices) {
    const day = oneDay(p, price, long, short);
    long = day.updated_long_memory;
    short = day.updated_short_memory;
    tape.push(day);
  }
  return tape;
}

// The prediction is the last short memory.
export function predict(p, prices, long = 0, short = 0) {
  return forward(p, prices, long, short).at(-1).updated_short_memory;
}

// Backwards through one day, given what the days after it pass back.
function oneDayBack(p, day, from_tomorrow, d_short) {
  const long_before = day.long_memory;
  const { forget_gate: f, input_gate: i, candidate: g, output_gate: o, squashed } = day;
  const d_squashed = d_short * o;
  const d_o = d_short * squashed;
  const through_short = d_squashed * (1 - squashed ** 2);
  const d_long = from_tomorrow + through_short;
  const d_f = d_long * long_before;
  const d_i = d_long * g;
  const d_g = d_long * i;
  const d_long_before = d_long * f;
  const d_forget_sum = d_f * f * (1 - f);
  const d_input_sum = d_i * i * (1 - i);
  const d_candidate_sum = d_g * (1 - g ** 2);
  const d_output_sum = d_o * o * (1 - o);
  let d_short_before = d_forget_sum * p.wa1 + d_input_sum * p.wb1;
  d_short_before += d_candidate_sum * p.wc1;
  d_short_before += d_output_sum * p.wd1;
  return {
    d_long_before, d_short_before,
    d_forget_sum, d_input_sum, d_candidate_sum, d_output_sum,
  };
}

function backward(p, tape, d_short) {
  const gradients = { ...ZEROS };
  let from_tomorrow = 0; // nothing comes after the last day
  for (const day of [...tape].reverse()) {
    const back = oneDayBack(p, day, from_tomorrow, d_short);
    const { input_value: price, short_memory: short_before } = day;
    gradients.wa1 += back.d_forget_sum * short_before;
    gradients.wa2 += back.d_forget_sum * price;
    gradients.ba1 += back.d_forget_sum;
    gradients.wb1 += back.d_input_sum * short_before;
    gradients.wb2 += back.d_input_sum * price;
    gradients.bb1 += back.d_input_sum;
    gradients.wc1 += back.d_candidate_sum * short_before;
    gradients.wc2 += back.d_candidate_sum * price;
    gradients.bc1 += back.d_candidate_sum;
    gradients.wd1 += back.d_output_sum * short_before;
    gradients.wd2 += back.d_output_sum * price;
    gradients.bd1 += back.d_output_sum;
    from_tomorrow = back.d_long_before;
    d_short = back.d_short_before;
  }
  return gradients;
}

// The twelve gradients of the loss (prediction - target) ** 2.
export function gradients(p, prices, target) {
  const tape = forward(p, prices);
  return backward(p, tape, 2 * (tape.at(-1).updated_short_memory - target));
}

function adamStep(p, gradients, m, v, n, lr) {
  const share_of_m = 1 - 0.9 ** n;
  const share_of_v = 1 - 0.999 ** n;
  for (const name of NAMES) {
    const gradient = gradients[name];
    m[name] = 0.9 * m[name] + 0.1 * gradient;
    v[name] = 0.999 * v[name] + 0.001 * gradient ** 2;
    const mean = m[name] / share_of_m;
    const mean_square = v[name] / share_of_v;
    p[name] -= (lr * mean) / (Math.sqrt(mean_square) + 1e-8);
  }
}

// Train for as long as someone asks for another epoch: {loss, numbers} of each.
// A step for each company; the loss is the mean, each company's before its step.
export function* epochs(numbers, companies, labels, lr = 0.01) {
  const p = { ...numbers }; // a copy: the caller's stay
  const m = { ...ZEROS };
  const v = { ...ZEROS };
  for (let n = 0; ; ) {
    let total_loss = 0;
    for (const [row, prices] of companies.entries()) {
      const tape = forward(p, prices);
      const error = tape.at(-1).updated_short_memory - labels[row];
      n += 1;
      adamStep(p, backward(p, tape, 2 * error), m, v, n, lr);
      total_loss += error ** 2;
    }
    yield { loss: total_loss / companies.length, numbers: { ...p } };
  }
}

// The training of notebook 03 as a list, an epoch an entry.
export function train(numbers, companies, labels, { epochs: count = 500, lr = 0.01 } = {}) {
  const training = epochs(numbers, companies, labels, lr);
  return Array.from({ length: count }, () => training.next().value);
}
