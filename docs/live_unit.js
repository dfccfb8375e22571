"use strict";
// The unit, live: sliders, the diagram's numbers, and four days of both companies.
// live_unit.html holds the page's part of it; conf.py puts in the diagram and `START`.

// One day, line by line as `one_day` in notebook 01. w: the twelve numbers.
function oneDay(w, input_value, long_memory, short_memory) {
  const sigmoid = (z) => 1 / (1 + Math.exp(-z));
  const forget_sum = short_memory * w.wa1 + input_value * w.wa2 + w.ba1;
  const forget_gate = sigmoid(forget_sum);
  const input_sum = short_memory * w.wb1 + input_value * w.wb2 + w.bb1;
  const input_gate = sigmoid(input_sum);
  const candidate_sum = short_memory * w.wc1 + input_value * w.wc2 + w.bc1;
  const candidate = Math.tanh(candidate_sum);
  const output_sum = short_memory * w.wd1 + input_value * w.wd2 + w.bd1;
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

function fourDecimals(number) {
  return number.toFixed(4).replace(/^-(0\.0000)$/, "$1");
}

function startLiveUnit(root, START) {
  const now = { ...START.numbers }; // what the sliders say
  const sliders = {};

  const texts = [...root.querySelectorAll("svg [data-name]")];

  const ofGate = (letter) => ({
    [`w${letter}1`]: `w${letter}1 · short memory`,
    [`w${letter}2`]: `w${letter}2 · price`,
    [`b${letter}1`]: `b${letter}1`,
  });
  const today = {
    input_value: "price", long_memory: "long memory", short_memory: "short memory",
  };
  for (const [legend, color, names] of [
    ["today", "currentcolor", today],
    ["forget gate", START.colors.forget, ofGate("a")],
    ["input gate", START.colors.input, ofGate("b")],
    ["candidate", START.colors.candidate, ofGate("c")],
    ["output gate", START.colors.output, ofGate("d")],
  ]) {
    const group = document.createElement("fieldset");
    group.style.setProperty("--gate", color);
    group.innerHTML = `<legend>${legend}</legend>`;
    for (const [name, said] of Object.entries(names)) {
      const [min, max] = { input_value: [0, 1], short_memory: [-1, 1] }[name] ?? [-5, 5];
      const label = document.createElement("label");
      label.innerHTML =
        `<span>${said}</span> <input type="range" name="${name}" min="${min}" ` +
        `max="${max}" step="0.01"> <output></output>`;
      sliders[name] = label.querySelector("input");
      sliders[name].addEventListener("input", () => {
        now[name] = sliders[name].valueAsNumber;
        show();
      });
      sliders[name].addEventListener("change", remember);
      group.append(label);
    }
    root.querySelector(".live-sliders").append(group);
  }

  function show() {
    for (const [name, slider] of Object.entries(sliders)) {
      slider.value = now[name];
      now[name] = slider.valueAsNumber; // within its range
      slider.nextElementSibling.textContent = now[name].toFixed(2);
    }
    const today = oneDay(now, now.input_value, now.long_memory, now.short_memory);
    for (const text of texts) text.textContent = fourDecimals(today[text.dataset.name]);
    root.querySelector(".live-result").textContent =
      `long memory ${fourDecimals(today.updated_long_memory)}, ` +
      `prediction ${fourDecimals(today.updated_short_memory)}`;
    root.querySelector(".live-days").innerHTML = Object.entries(START.companies)
      .map(([company, prices]) => fourDays(company, prices))
      .join("");
  }

  function fourDays(company, prices) {
    const days = [];
    let long = 0;
    let short = 0;
    for (const price of prices) {
      days.push(oneDay(now, price, long, short));
      ({ updated_long_memory: long, updated_short_memory: short } = days.at(-1));
    }
    const row = (title, name, write = fourDecimals) =>
      `<tr><th scope="row">${title}</th>` +
      days.map((day) => `<td>${write(day[name])}</td>`).join("") + "</tr>";
    return (
      `<table><caption>Company ${company} predicts ` +
      `<strong>${fourDecimals(short)}</strong></caption>` +
      `<tr><th scope="col">day</th>` +
      prices.map((_, n) => `<th scope="col">${n + 1}</th>`).join("") + "</tr>" +
      row("price", "input_value", String) +
      row("forget gate", "forget_gate") + row("input gate", "input_gate") +
      row("candidate", "candidate") + row("output gate", "output_gate") +
      row("long memory", "updated_long_memory") +
      row("short memory", "updated_short_memory") + "</table>"
    );
  }

  // The address carries the setting (`#wa1=2&input_value=0`), so that it can be sent.
  function remember() {
    const changed = Object.keys(now).filter((name) => now[name] !== START.numbers[name]);
    const setting = changed.map((name) => `${name}=${now[name]}`).join("&");
    history.replaceState(null, "", `#${setting}`);
  }

  function recall() {
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      if (name in sliders && Number.isFinite(Number(value))) now[name] = Number(value);
    }
    show();
  }

  for (const button of root.querySelectorAll("button[value]")) {
    button.addEventListener("click", () => {
      Object.assign(now, START.presets[button.value]);
      show();
      remember();
    });
  }
  window.addEventListener("hashchange", recall);
  recall();
}
