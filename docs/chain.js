// The chain's days, each drawn once and then moved, and what their lines say.
import { decimals } from "./unit.js";

export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

export const GATES = [
  { letter: "a", line: "forget_gate", title: "forget gate", curve: "sigmoid" },
  { letter: "b", line: "input_gate", title: "input gate", curve: "sigmoid" },
  { letter: "c", line: "candidate", title: "candidate", curve: "tanh" },
  { letter: "d", line: "output_gate", title: "output gate", curve: "sigmoid" },
];

export function make(parent, tag, attributes = {}, text) {
  const svg = /^(svg|g|path|rect|circle|text|line)$/.test(tag);
  const made = svg
    ? document.createElementNS("http://www.w3.org/2000/svg", tag)
    : document.createElement(tag);
  put(made, attributes);
  if (text !== undefined) made.textContent = text;
  parent?.append(made);
  return made;
}

// Only what has changed is written: each writing costs a layout.
export function put(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    const said =
      typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
    if (element.getAttribute(name) !== said) element.setAttribute(name, said);
  }
}

export function text(element, said) {
  if (element.textContent !== said) element.textContent = said;
}

export function formula(line, day, p) {
  const two = (number) => decimals(number, 2);
  const long = two(day.long_memory);
  const short = two(day.short_memory);
  const gate = GATES.find((one) => one.line === line);
  if (gate) {
    const [w1, w2, b] = ["w1", "w2", "b1"].map((n) =>
      two(p[n[0] + gate.letter + n[1]]),
    );
    const sum = day[`${gate.line.replace("_gate", "")}_sum`];
    return (
      `${gate.title} = ${gate.curve}(short ${short} × ${w1} + price ` +
      `${two(day.input_value)} × ${w2} + ${b}) = ${gate.curve}(${two(sum)}) = ` +
      decimals(day[line])
    );
  }
  const said = {
    input_value: `today's price = ${decimals(day.input_value)}`,
    long_memory: `long memory from yesterday = ${decimals(day.long_memory)}`,
    short_memory: `short memory from yesterday = ${decimals(day.short_memory)}`,
    kept:
      `kept = long memory ${long} × forget gate ${two(day.forget_gate)} = ` +
      decimals(day.kept),
    written:
      `written = input gate ${two(day.input_gate)} × candidate ` +
      `${two(day.candidate)} = ${decimals(day.written)}`,
    updated_long_memory:
      `long memory = kept ${two(day.kept)} + written ` +
      `${two(day.written)} = ${decimals(day.updated_long_memory)}`,
    squashed:
      `squashed = tanh(long memory ${two(day.updated_long_memory)}) = ` +
      decimals(day.squashed),
    updated_short_memory:
      `short memory = squashed ${two(day.squashed)} × output gate ` +
      `${two(day.output_gate)} = ${decimals(day.updated_short_memory)}`,
  };
  return said[line];
}

export const LINES = [
  "forget_gate",
  "input_gate",
  "candidate",
  "output_gate",
  "kept",
  "written",
  "updated_long_memory",
  "squashed",
  "updated_short_memory",
];

export const PRICES = [276, 338]; // the heights of the prices -1 and 1
const RAIL = 56,
  BOX = 118,
  ROW = 19,
  SHORT = 246;
const CELL_HEIGHT = 344;
const priceY = (price) => PRICES[1] - ((price + 1) / 2) * (PRICES[1] - PRICES[0]);
const thickness = (value, scale) => 1.2 + 8 * Math.min(1, Math.abs(value) / scale);

export function drawDay(cell, n, width) {
  const narrow = width < 118;
  const svg = make(cell, "svg", {
    width,
    height: CELL_HEIGHT,
    viewBox: `0 0 ${width} ${CELL_HEIGHT}`,
  });
  const drawing = make(svg, "g", { "aria-hidden": true }); // its label says all
  const forget = width * 0.16,
    write = width * 0.42,
    out = width * 0.87,
    edge = width * 0.77;
  const middle = width * 0.46;
  const rows = BOX + 5;
  const place = (tag, line, attributes, text) =>
    make(drawing, tag, { ...attributes, "data-line": line }, text);
  const size = narrow ? 10.5 : 12.5;

  place("rect", "", { x: 0.5, y: 0.5, width: width - 1, height: 265, class: "frame" });
  const grid = [-1, 0, 1].map((price) =>
    make(drawing, "line", {
      x1: 0,
      x2: width,
      y1: priceY(price),
      y2: priceY(price),
      class: price ? "grid faint" : "grid",
    }),
  );
  const prices = make(drawing, "path", { class: "prices" });
  const rails = {
    long_memory: place("path", "long_memory", {
      class: "rail",
      d: `M0,${RAIL}H${forget}`,
    }),
    kept: place("path", "kept", { class: "rail", d: `M${forget},${RAIL}H${write}` }),
    updated_long_memory: place("path", "updated_long_memory", {
      class: "rail",
      d: `M${write},${RAIL}H${width}`,
    }),
    short_memory: place("path", "short_memory", {
      class: "rail",
      d: `M0,${SHORT}H${forget}V${rows + 4 * ROW + 5}`,
    }),
    updated_short_memory: place("path", "updated_short_memory", {
      class: "rail",
      d: `M${out},${RAIL}V${SHORT}H${width}`,
    }),
  };
  const arrows = {
    input_value: place("path", "input_value", {
      class: "arrow price",
      d: `M${middle},${PRICES[0] - 10}V${rows + 4 * ROW + 9}`,
    }),
    forget_gate: place("path", "forget_gate", {
      class: "arrow forget",
      d: `M${forget},${BOX}V${RAIL + 13}`,
    }),
    written: place("path", "written", {
      class: "arrow",
      d: `M${write},${BOX}V${RAIL + 13}`,
    }),
    output_gate: place("path", "output_gate", {
      class: "arrow output",
      d: `M${edge},${rows + 3.5 * ROW}H${out - 12}`,
    }),
  };
  place("rect", "", {
    x: 4,
    y: BOX,
    width: edge - 4,
    height: 4 * ROW + 10,
    rx: 6,
    class: "box",
  });
  const left = narrow ? 17 : 12,
    barWidth = edge - left - (narrow ? 31 : 43);
  const bars = GATES.map((gate, row) => {
    const y = rows + row * ROW;
    const name = gate.line.replace("_gate", "");
    if (narrow)
      place(
        "text",
        gate.line,
        { x: 8, y: y + 14, class: name, "font-size": size },
        "fico"[row],
      );
    place("rect", gate.line, {
      x: left,
      y: y + 4,
      width: barWidth,
      height: 11,
      class: "trough",
    });
    const bar = place("rect", gate.line, {
      y: y + 4,
      height: 11,
      class: `fill ${name}`,
    });
    const number = place("text", gate.line, {
      x: edge - 4,
      y: y + 14,
      class: "number",
      "font-size": size,
    });
    place("rect", gate.line, { x: 4, y, width: edge - 4, height: ROW, class: "hit" });
    return { ...gate, bar, number };
  });
  const circle = (x, y, sign, line, name = "") => {
    place("circle", line, { cx: x, cy: y, r: 9, class: `sign ${name}` });
    place("text", line, { x, y: y + 5, class: `sign ${name}` }, sign);
  };
  circle(forget, RAIL, "×", "kept", "forget");
  circle(write, RAIL, "+", "updated_long_memory");
  circle(out, rows + 3.5 * ROW, "×", "updated_short_memory", "output");
  if (width >= 140) {
    place(
      "text",
      "squashed",
      {
        x: out - 4,
        y: BOX - 8,
        class: "quiet",
        "text-anchor": "middle",
        "font-size": 11,
      },
      "tanh",
    );
  }
  const written = place("text", "written", {
    x: write + 9,
    y: BOX - 14,
    "font-size": size,
  });
  const longBar = place("rect", "updated_long_memory", {
    x: out - 7,
    width: 14,
    class: "memory",
  });
  const longNumber = place("text", "updated_long_memory", {
    x: width - 3,
    class: "number strong",
    "font-size": size + 1,
  });
  const shortBar = place("rect", "updated_short_memory", {
    x: width - 12,
    width: 9,
    class: "memory",
  });
  const shortNumber = place("text", "updated_short_memory", {
    x: width - 3,
    class: "number",
    "font-size": size,
  });

  const handle = make(svg, "g", {
    class: "handle",
    role: "slider",
    tabindex: 0,
    "aria-label": `price of day ${n}`,
    "aria-orientation": "vertical",
    "aria-valuemin": -1,
    "aria-valuemax": 1,
    "data-day": n,
    "data-line": "input_value",
  });
  make(handle, "rect", {
    x: 0,
    y: PRICES[0] - 14,
    width,
    height: PRICES[1] - PRICES[0] + 20,
    class: "hit",
  });
  const knob = make(handle, "circle", { cx: middle, r: 8 });
  const price = make(handle, "text", { x: middle + 13, "font-size": size + 0.5 });

  const numbers = [
    "input_value",
    ...GATES.map((gate) => gate.line),
    "updated_long_memory",
    "updated_short_memory",
  ];
  return function update(day, before, after, scale, aloud) {
    if (aloud) {
      const said = numbers.map(
        (line) => `${line.replaceAll("_", " ")} ${decimals(day[line], 2)}`,
      );
      put(cell, { "aria-label": `Day ${n}: ${said.join(", ")}` });
    }
    for (const [line, rail] of Object.entries(rails)) {
      const bound = line.includes("short") ? 1 : scale;
      put(rail, {
        "stroke-width": thickness(day[line], bound) * (bound === 1 ? 0.7 : 1),
      });
    }
    for (const [line, arrow] of Object.entries(arrows)) {
      put(arrow, { "stroke-width": 0.8 + 4.5 * Math.min(1, Math.abs(day[line])) });
    }
    for (const { line, bar, number } of bars) {
      const from = line === "candidate" ? left + barWidth / 2 : left;
      const long = day[line] * (line === "candidate" ? barWidth / 2 : barWidth);
      put(bar, { x: Math.min(from, from + long), width: Math.abs(long) });
      text(number, decimals(day[line], 2));
    }
    text(written, `+${decimals(day.written, 2)}`.replace("+-", "-"));
    memoryBar(longBar, RAIL, (day.updated_long_memory / scale) * 40);
    text(longNumber, decimals(day.updated_long_memory, 2));
    put(longNumber, { y: day.updated_long_memory < 0 ? RAIL - 12 : RAIL + 22 });
    memoryBar(shortBar, SHORT, day.updated_short_memory * 22);
    text(shortNumber, decimals(day.updated_short_memory, 2));
    put(shortNumber, { y: day.updated_short_memory < 0 ? SHORT - 6 : SHORT + 15 });
    const y = priceY(day.input_value);
    put(knob, { cy: y });
    put(price, { y: clamp(y + 5, PRICES[0] + 4, PRICES[1] + 4) });
    text(price, decimals(day.input_value, 2));
    put(handle, {
      "aria-valuenow": decimals(day.input_value, 2),
      "aria-valuetext": decimals(day.input_value, 2),
    });
    // The line to yesterday's and tomorrow's price meets the neighbour's at the edge.
    const edgeY = (other, share) =>
      other === undefined ? null : y + (priceY(other) - y) * share;
    const start = edgeY(before, 0.46),
      end = edgeY(after, 0.54);
    put(prices, {
      d:
        (start === null ? "" : `M0,${start}L${middle},${y}`) +
        (end === null ? "" : `M${middle},${y}L${width},${end}`),
    });
  };
}

function memoryBar(bar, at, height) {
  put(bar, { y: Math.min(at, at - height), height: Math.abs(height) });
  bar.classList.toggle("negative", height < 0);
}
