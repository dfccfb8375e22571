// The missions: does it hold? p: the twelve numbers.
import { forward, predict } from "./lstm.js";

const sequences = (values, days) =>
  days === 0
    ? [[]]
    : sequences(values, days - 1).flatMap((rest) =>
        values.map((value) => [...rest, value]),
      );
const longs = (p, prices, before) =>
  forward(p, prices, ...before).map((day) => day.updated_long_memory);

export const HOLDS = {
  keep: ({ p, before }) =>
    Math.abs(before[0] - 0.8) < 1e-9 &&
    sequences([-1, -0.5, 0, 0.5, 1], 4).every((prices) =>
      longs(p, prices, before).every((long) => Math.abs(long - 0.8) < 0.02),
    ),

  byHand: ({ p, untrained, original }) =>
    untrained &&
    Math.abs(predict(p, original.A)) < 0.1 &&
    Math.abs(predict(p, original.B) - 1) < 0.1,

  blind({ p, original }) {
    const range = (prices, day) => {
      const said = [-1, -0.5, 0, 0.25, 0.5, 0.75, 1].map((price) =>
        predict(p, prices.with(day - 1, price)),
      );
      return Math.max(...said) - Math.min(...said);
    };
    return [original.A, original.B].every(
      (prices) => range(prices, 3) < 0.01 && range(prices, 4) > 0.1,
    );
  },

  count: ({ p }) =>
    sequences([-1, 1], 8).every((prices) => {
      let count = 0;
      return longs(p, prices, [0, 0]).every(
        (long, n) => Math.abs(long - (count += prices[n])) < 0.25,
      );
    }),
};
