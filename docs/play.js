// The playground: draws what lstm.js computes, and lets the reader move all of it.
// conf.py makes one script of these files, so that the page works from a folder, too.
// START: the 64 starts, both companies, the numbers of lesson 1.
import { GATES, LINES, PRICES, clamp, drawDay, formula, make, text } from "./chain.js";
import { Chart, Fan } from "./curves.js";
import { NAMES, epochs, forward, predict } from "./lstm.js";
import { HOLDS } from "./missions.js";
import { decimals, fillable } from "./unit.js";

const MOST_DAYS = 8;
const MOST_EPOCHS = 5000;
const TASKS = { memory: { A: 0, B: 1 }, same: { A: 1, B: 1 } };
const LATER_DAYS = [0.5, 0.25, 1, 0.5]; // of both companies, after the first four

const isNumber = (text) => String(text).trim() !== "" && Number.isFinite(Number(text));

export function play(START) {
  const find = (selector) => document.querySelector(selector);
  const shown = (name) => find(`[data-name="${name}"]`);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const numbersOf = (values) =>
    Object.fromEntries(NAMES.map((name, n) => [name, values[n]]));
  const starts = START.starts.map(numbersOf);
  const fresh = () => ({
    task: "memory",
    start: 5,
    own: null,
    trained: false,
    lr: 0.01,
    epoch: 0,
    most: 500,
    company: "B",
    days: 4,
    before: [0, 0],
    prices: {
      A: [...START.companies.A, ...LATER_DAYS],
      B: [...START.companies.B, ...LATER_DAYS],
      yours: [1, 0.7, 0.4, 0.1, 0.1, 0.1, 0.1, 0.1],
    },
  });
  let state = fresh();
  let written = ""; // the address as the page last read or wrote it
  let run; // the training that is shown: {companies, labels, entries, training}
  let fan = null;
  let playing = false;
  let unitDay = null; // the day whose unit is shown in place of the chain
  let pointed = null; // [day, line] of the formula

  const pricesOf = (company) => state.prices[company].slice(0, state.days);
  const firstNumbers = () => state.own ?? starts[state.start];
  const labels = () => Object.values(TASKS[state.task]);
  const now = () =>
    state.epoch ? run.entries[state.epoch - 1].numbers : firstNumbers();
  const sameData = () =>
    JSON.stringify(run.companies) === JSON.stringify([pricesOf("A"), pricesOf("B")]);

  function newRun(companies = [pricesOf("A"), pricesOf("B")]) {
    run = {
      companies,
      entries: [],
      training: epochs(firstNumbers(), companies, labels(), state.lr),
    };
    // What the curves show; each begins with the start.
    run.said = companies.map((prices) => [predict(firstNumbers(), prices)]);
    const errors = run.said.map(([said], row) => (said - labels()[row]) ** 2);
    run.losses = [(errors[0] + errors[1]) / 2];
    run.paths = Object.fromEntries(NAMES.map((name) => [name, [firstNumbers()[name]]]));
  }

  // Go to an epoch, and train on to there if nobody has been there.
  function goTo(epoch) {
    while (run.entries.length < epoch) {
      const entry = run.training.next().value;
      run.entries.push(entry);
      run.losses.push(entry.loss);
      for (const name of NAMES) run.paths[name].push(entry.numbers[name]);
      run.companies.forEach((prices, row) =>
        run.said[row].push(predict(entry.numbers, prices)),
      );
    }
    state.epoch = epoch;
  }

  // Something that training starts from has changed: the same epoch, trained anew.
  function retrain() {
    const epoch = state.epoch;
    state.epoch = 0;
    newRun();
    goTo(epoch);
    fanIsOld();
    show();
  }

  function fanIsOld() {
    if (fan && fan.key !== fanKey()) fan = null;
  }
  const fanKey = () =>
    JSON.stringify([state.task, state.lr, pricesOf("A"), pricesOf("B")]);

  // --- the address carries all of it ---

  function address() {
    const said = new URLSearchParams({
      task: state.task,
      start: state.start,
      lr: state.lr,
      epoch: state.epoch,
    });
    const usual = fresh();
    if (state.company !== usual.company) said.set("company", state.company);
    if (state.days !== usual.days) said.set("days", state.days);
    for (const company of ["A", "B", "yours"]) {
      const prices = pricesOf(company).join();
      if (prices !== usual.prices[company].slice(0, state.days).join())
        said.set(company, prices);
    }
    if (!sameData())
      run.companies.forEach((prices, row) => said.set(`on${"AB"[row]}`, prices.join()));
    if (state.before[0]) said.set("long", state.before[0]);
    if (state.before[1]) said.set("short", state.before[1]);
    if (state.own) for (const name of NAMES) said.set(name, state.own[name]);
    if (state.own && state.trained) said.set("trained", 1);
    return said.toString().replaceAll("%2C", ",");
  }

  function restore() {
    const said = new Map(new URLSearchParams(location.hash.slice(1)));
    const number = (name, low, high) =>
      isNumber(said.get(name) ?? "")
        ? clamp(Number(said.get(name)), low, high)
        : undefined;
    const whole = (name, low, high) => {
      const value = number(name, low, high);
      return value === undefined ? undefined : Math.round(value);
    };
    const list = (name) => {
      const values = (said.get(name) ?? "").split(",").slice(0, MOST_DAYS);
      return values.every(isNumber)
        ? values.map((value) => clamp(Number(value), -1, 1))
        : [];
    };
    stop();
    written = location.hash;
    state = fresh();
    fan = null;
    unitDay = null;
    if (Object.hasOwn(TASKS, said.get("task") ?? "")) state.task = said.get("task");
    if (Object.hasOwn(state.prices, said.get("company") ?? ""))
      state.company = said.get("company");
    state.start = whole("start", 0, starts.length - 1) ?? state.start;
    state.lr = number("lr", 0, 10) ?? state.lr;
    state.days = whole("days", 2, MOST_DAYS) ?? state.days;
    state.before = [number("long", -10, 10) ?? 0, number("short", -1, 1) ?? 0];
    for (const company of ["A", "B", "yours"]) {
      list(company).forEach((price, n) => {
        state.prices[company][n] = price;
      });
    }
    const given = NAMES.filter((name) => number(name, -1000, 1000) !== undefined);
    if (given.length) {
      state.own = { ...starts[state.start] };
      for (const name of given) state.own[name] = number(name, -1000, 1000);
      state.trained = said.get("trained") === "1";
    }
    const on = [list("onA"), list("onB")];
    newRun(on.every((prices) => prices.length > 1) ? on : undefined);
    const epoch = whole("epoch", 0, MOST_EPOCHS) ?? 0;
    state.most = Math.max(500, Math.ceil(epoch / 500) * 500);
    goTo(epoch);
    show();
  }

  let remembering;
  function remember() {
    clearTimeout(remembering);
    remembering = setTimeout(() => {
      if (playing || location.hash !== written) return; // else a new one was just typed
      written = `#${address()}`;
      try {
        history.replaceState(null, "", written);
      } catch {
        /* too often, or not allowed */
      }
    }, 300);
  }

  // --- drawing ---

  let colors, frame;
  const charts = ["losses", "predictions", "paths"].map(
    (id) => new Chart(find(`#${id}`)),
  );
  const fillUnit = fillable(find(".unit svg"));
  let updates = [];
  let layout = "";
  let room = 0; // for the days, in pixels

  function readColors() {
    const style = getComputedStyle(document.documentElement);
    const names = "ink quiet line floor forget input candidate output A B yours".split(
      " ",
    );
    colors = Object.fromEntries(
      names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
    );
    for (const chart of charts) chart.layerKey = "";
  }

  function layDays() {
    const cells = find(".cells");
    const row = room >= 560 || state.days <= 4 ? state.days : Math.ceil(state.days / 2);
    const width = Math.floor(room / row);
    if (layout === `${width} ${state.days}` || !room) return;
    layout = `${width} ${state.days}`;
    const focus = document.activeElement?.dataset?.day;
    cells.replaceChildren();
    updates = pricesOf("A").map((_, n) => {
      const cell = make(cells, "div", {
        class: "day",
        role: "group",
        "data-day": n + 1,
        style: `width:${width}px`,
      });
      make(
        cell,
        "button",
        {
          type: "button",
          title: "Open the unit of this day",
          "aria-label": `Day ${n + 1}: open its unit`,
        },
        `day ${n + 1}`,
      );
      return drawDay(cell, n + 1, width);
    });
    if (focus) find(`.handle[data-day="${focus}"]`)?.focus();
  }

  function show() {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      draw();
    });
  }

  function draw() {
    const p = now();
    const tape = forward(p, pricesOf(state.company), ...state.before);
    drawChain(p, tape);
    // While it trains, all but the chain takes turns: a frame has 16 milliseconds.
    frames += 1;
    const turn = (one) => !playing || frames % 3 === one;
    if (turn(0)) {
      drawNumbers(p);
      drawTraining();
    }
    if (turn(1)) drawLosses();
    if (turn(1)) drawPredictions();
    if (turn(2)) drawPaths();
    if (!playing) {
      drawStarts();
      describeCharts();
      remember();
      clearTimeout(checking);
      checking = setTimeout(check, 150);
    }
  }

  function drawChain(p, tape) {
    layDays();
    document.body.dataset.company = state.company;
    const scale = Math.max(
      2,
      ...tape.map((day) => Math.abs(day.updated_long_memory)),
      Math.abs(state.before[0]),
    );
    const prices = pricesOf(state.company);
    updates.forEach((update, n) =>
      update(tape[n], prices[n - 1], prices[n + 1], scale, !playing),
    );
    for (const card of document.querySelectorAll(".companies label")) {
      const company = card.querySelector("input").value;
      card.querySelector("input").checked = company === state.company;
      const said = predict(p, pricesOf(company), ...state.before);
      text(card.querySelector("output"), decimals(said));
      text(find(`#still .${company} b`), decimals(said));
      const wanted = TASKS[state.task][company];
      const changed =
        company !== "yours" &&
        pricesOf(company).join() !==
          fresh().prices[company].slice(0, state.days).join();
      const right = wanted !== undefined && Math.abs(said - wanted) < 0.1;
      text(
        card.querySelector("small"),
        company === "yours"
          ? "not used in training"
          : `should be ${wanted}${right ? " ✓" : ""}${changed ? ", prices changed" : ""}`,
      );
    }
    text(find("#count"), `${state.days} days`);
    text(find(".companies legend"), `Prediction for day ${state.days + 1}`);
    find("#fewer").disabled = state.days === 2;
    find("#more").disabled = state.days === MOST_DAYS;
    const usual = fresh();
    find("#prices-back").hidden =
      state.days === 4 &&
      !state.before.some(Boolean) &&
      ["A", "B", "yours"].every(
        (company) =>
          pricesOf(company).join() === usual.prices[company].slice(0, 4).join(),
      );
    ["long", "short"].forEach((id, n) => {
      if (document.activeElement !== find(`#${id}`))
        find(`#${id}`).value = state.before[n];
    });
    const open = unitDay !== null;
    find(".unit").hidden = !open;
    find(".cells").hidden = open;
    find(".before").classList.toggle("away", open);
    find("#all-days").hidden = !open;
    text(
      find("#days-title"),
      open ? `The unit on day ${unitDay}` : "The same unit on each day",
    );
    if (open) fillUnit(tape[unitDay - 1]);
    const [day, line] = pointed ?? [];
    text(
      find("#formula"),
      day && tape[day - 1]
        ? `Day ${day}: ${formula(line, tape[day - 1], p)}`
        : "Drag a dot to change a price. Point at a part of the drawing to see its formula. Click a day to open its unit.",
    );
  }

  function drawNumbers(p) {
    for (const { slider, field, output, name } of fields) {
      slider.value = p[name];
      const said = String(Number(p[name].toFixed(4)));
      if (document.activeElement !== field && field.value !== said) field.value = said;
      if (document.activeElement !== field) field.removeAttribute("aria-invalid");
      text(output, decimals(p[name], 2));
    }
  }

  const lossNow = () => run.losses[state.epoch];

  function drawTraining() {
    text(shown("epoch"), String(state.epoch));
    text(shown("loss"), decimals(lossNow()));
    find("#epoch").max = state.most;
    find("#epoch").value = state.epoch;
    find("#epoch").setAttribute(
      "aria-valuetext",
      `epoch ${state.epoch}, loss ${decimals(lossNow())}`,
    );
    find("#task").value = state.task;
    for (const [id, value] of [
      ["start", state.own ? "" : state.start],
      ["lr", state.lr],
    ]) {
      if (document.activeElement !== find(`#${id}`)) find(`#${id}`).value = value;
    }
    find("#start").placeholder = "yours";
    text(
      find("#play"),
      playing ? "❚❚ Pause" : state.epoch < state.most ? "▶ Train" : "▶ 500 more epochs",
    );
    find("#play").disabled = !playing && state.epoch >= MOST_EPOCHS;
    find("#step").disabled = state.epoch >= MOST_EPOCHS;
  }

  function drawLosses() {
    const [chart] = charts;
    const log = find("#log").checked;
    if (log) chart.axes(state.most, 1e-5, 1, true);
    else chart.axes(state.most, 0, 0.7);
    drawFan(chart);
    const at = chart.begin(log ? [1, 0.01, 0.0001] : [0, 0.2, 0.4, 0.6], colors);
    if (state.task === "memory") {
      chart.level(at, 0.25, "best without a memory: 0.25", colors.floor);
    }
    chart.curve(at, run.losses, colors.ink, [], 2.5);
    chart.cursor(at, state.epoch, colors.quiet);
  }

  function drawPredictions() {
    const predictions = charts[1];
    predictions.axes(state.most, -1, 1.2);
    const at = predictions.begin([-1, 0, 1], colors);
    predictions.curve(at, run.said[0], colors.A);
    predictions.curve(at, run.said[1], colors.B, [7, 3]);
    // Where both say the same, their letters stand above each other.
    const [a, b] = run.said.map((said) => said[state.epoch]);
    const apart = Math.max(0, 12 - Math.abs(predictions.y(a) - predictions.y(b))) / 2;
    predictions.label(at, "A", a, colors.A, a > b ? -apart : apart);
    predictions.label(at, "B", b, colors.B, a > b ? apart : -apart);
    predictions.cursor(at, state.epoch, colors.quiet);
  }

  function drawPaths() {
    const paths = charts[2];
    const ends = NAMES.flatMap((name) => [run.paths[name][0], run.paths[name].at(-1)]);
    const size = Math.max(3, ...ends.map(Math.abs));
    paths.axes(state.most, -size, size);
    const at = paths.begin([-Math.floor(size), 0, Math.floor(size)], colors);
    const taken = [];
    for (const { letter, line } of GATES) {
      const color = colors[line.replace("_gate", "")];
      [`w${letter}1`, `w${letter}2`, `b${letter}1`].forEach((name, kind) => {
        paths.curve(at, run.paths[name], color, [[], [6, 3], [2, 2]][kind], 1.5);
        const here = run.paths[name][state.epoch];
        if (taken.some((other) => Math.abs(other - paths.y(here)) < 10)) return;
        paths.label(at, name, here, color);
        taken.push(paths.y(here));
      });
    }
    paths.cursor(at, state.epoch, colors.quiet);
  }

  // What the charts show, for those who can't see them.
  function describeCharts() {
    const [losses, predictions, paths] = charts.map((chart) => chart.canvas);
    const last = run.entries.length;
    const from = (values) => `from ${decimals(values[0])} to ${decimals(values[last])}`;
    losses.setAttribute("aria-label", `Loss over ${last} epochs: ${from(run.losses)}`);
    predictions.setAttribute(
      "aria-label",
      `Predictions over ${last} epochs: ` +
        `A ${from(run.said[0])}, B ${from(run.said[1])}`,
    );
    paths.setAttribute(
      "aria-label",
      `The twelve numbers over ${last} epochs: ` +
        NAMES.map((name) => `${name} ${from(run.paths[name])}`).join(", "),
    );
  }

  // Only what is new is drawn: 64 curves of 500 epochs are too many for one frame.
  function drawFan(chart) {
    const at = chart.layer.getContext("2d");
    const finished = fan && fan.done === fan.most;
    const key = fan ? `${fan.key} ${chart.most} ${chart.isLog} ${finished}` : "none";
    if (chart.layerKey !== key) {
      at.clearRect(0, 0, chart.width, chart.height);
      chart.layerKey = key;
      chart.drawn = 0;
    }
    if (!fan || chart.drawn >= fan.done) return;
    const passed = finished ? fan.passed(fan.done) : [];
    at.lineWidth = 1;
    for (const [n, losses] of fan.losses.entries()) {
      at.strokeStyle = finished && passed[n] ? colors.input : colors.quiet;
      at.globalAlpha = finished && passed[n] ? 0.55 : 0.4;
      at.setLineDash(finished && !passed[n] ? [2, 3] : []);
      at.beginPath();
      for (let epoch = Math.max(0, chart.drawn - 1); epoch < fan.done; epoch += 1) {
        at.lineTo(chart.x(epoch + 1), chart.y(losses[epoch]));
      }
      at.stroke();
    }
    at.globalAlpha = 1;
    chart.drawn = fan.done;
  }

  function drawStarts() {
    const epoch = fan
      ? fan.done < fan.most
        ? fan.done
        : clamp(state.epoch || fan.done, 1, fan.done)
      : 0;
    const passed = fan && fan.done ? fan.passed(epoch) : [];
    squares.forEach((square, n) => {
      const chosen = !state.own && n === state.start;
      const kind = `${passed[n] ? "passed" : ""}${chosen ? " chosen" : ""}`;
      square.tabIndex = chosen || (state.own && n === 0) ? 0 : -1; // one stop for Tab
      if (square.className !== kind) {
        square.className = kind;
        square.setAttribute("aria-pressed", chosen);
      }
      const said = `start ${n}${fan && fan.done ? (passed[n] ? ", passes" : ", doesn't pass") : ""}`;
      if (square.title !== said) square.title = said;
    });
    const count = passed.filter(Boolean).length;
    text(
      find("#passed"),
      fan && fan.done ? `${count} of 64 starts pass at epoch ${epoch}` : "",
    );
  }

  // --- playing ---

  function stop() {
    playing = false;
  }

  function announce() {
    const [a, b] = ["A", "B"].map((company) =>
      decimals(predict(now(), pricesOf(company), ...state.before)),
    );
    find("#said").textContent =
      `Epoch ${state.epoch}: loss ${decimals(lossNow())}, A ${a}, B ${b}.`;
  }

  function anewIfChanged() {
    if (sameData()) return;
    state.epoch = 0;
    newRun();
    find("#said").textContent = "The prices have changed, so training starts again.";
  }

  let before,
    owed = 0,
    frames = 0;
  function tick(time) {
    if (!playing) return;
    const passed = Math.min(100, time - before) / 1000;
    before = time;
    owed += passed * Number(find("#speed").value);
    const until = performance.now() + 3;
    while (owed >= 1 && state.epoch < state.most && performance.now() < until) {
      goTo(state.epoch + 1);
      owed -= 1;
    }
    owed = Math.min(owed, 50);
    if (state.epoch >= state.most) stop();
    draw();
    if (playing) requestAnimationFrame(tick);
    else announce();
  }

  function start() {
    anewIfChanged();
    if (state.epoch >= state.most) state.most = Math.min(MOST_EPOCHS, state.most + 500);
    if (calm.matches) {
      goTo(state.most);
      announce();
      return show();
    }
    playing = true;
    owed = 1;
    requestAnimationFrame((time) => {
      before = time;
      tick(time);
    });
  }

  function trainAll() {
    const made = (fan = new Fan(
      starts,
      [pricesOf("A"), pricesOf("B")],
      labels(),
      state.lr,
      state.most,
    ));
    fan.key = fanKey();
    fan.standard =
      state.task === "memory" &&
      ["A", "B"].every(
        (company) => pricesOf(company).join() === START.companies[company].join(),
      );
    requestAnimationFrame(function further() {
      if (fan !== made) return;
      const until = performance.now() + (playing ? 2 : 7);
      while (fan.done < fan.most && performance.now() < until) fan.advance();
      if (!playing && (frames += 1) % 2) drawLosses();
      else if (frames % 4 === 0) drawStarts();
      if (fan.done < fan.most) return requestAnimationFrame(further);
      drawStarts();
      find("#said").textContent = find("#passed").textContent;
      show();
    });
  }

  // --- the missions ---

  let checking;
  const missions = [...document.querySelectorAll("#missions li")];
  const NAMED = ["keep", "byHand", "blind", "count", "rate", "luck"];
  const STORE = "lstm-playground";
  const done = new Set();
  function recall() {
    try {
      for (const name of JSON.parse(localStorage.getItem(STORE) ?? "[]"))
        done.add(name);
    } catch {
      /* no storage here */
    }
    missions.forEach((item, n) => {
      const holds = done.has(NAMED[n]);
      item.classList.toggle("done", holds);
      item.querySelector(".tick").setAttribute("aria-label", holds ? "done" : "to do");
      text(item.querySelector(".tick"), holds ? "✓" : "");
    });
  }

  function tickOff(name) {
    if (done.has(name)) return;
    done.add(name);
    try {
      localStorage.setItem(STORE, JSON.stringify([...done]));
    } catch {
      /* only here */
    }
    recall();
    missions[NAMED.indexOf(name)]?.classList.add("just");
    const left = NAMED.filter((one) => !done.has(one)).length;
    if (NAMED.includes(name)) {
      find("#said").textContent =
        `Mission done: ${missions[NAMED.indexOf(name)].querySelector("strong").textContent} ` +
        (left ? `${left} missions to go.` : "All six are done!");
    }
  }

  function check() {
    const given = {
      p: now(),
      before: state.before,
      original: START.companies,
      untrained: state.own && !state.trained && !state.epoch,
    };
    for (const [name, holds] of Object.entries(HOLDS)) {
      if (!done.has(name) && holds(given)) tickOff(name);
    }
    if (
      fan?.standard &&
      fan.most === 500 &&
      fan.done === 500 &&
      fan.passed(500).filter(Boolean).length > 60
    )
      tickOff("rate");
    const standard =
      state.task === "memory" &&
      !state.own &&
      state.lr === 0.01 &&
      JSON.stringify(run.companies) === JSON.stringify(Object.values(START.companies));
    if (standard && run.entries.length >= 100) {
      const passes = (epoch) =>
        Math.abs(run.said[0][epoch]) < 0.1 && Math.abs(run.said[1][epoch] - 1) < 0.1;
      if (Array.from({ length: 100 }, (_, n) => n + 1).some(passes)) tickOff("quick");
      if (run.entries.length >= 500 && !passes(500)) tickOff("slow");
      if (done.has("quick") && done.has("slow")) tickOff("luck");
    }
  }

  // --- what the reader does ---

  function change(how) {
    return (event) => {
      how(event);
      show();
    };
  }

  const fields = [];
  for (const { letter, line, title, curve } of GATES) {
    const name = line.replace("_gate", "");
    const group = make(find("#numbers .gates"), "fieldset", { class: name });
    make(group, "legend", {}, title);
    const said = make(group, "p", {}, `${curve}(short × `);
    const trio = [`w${letter}1`, `w${letter}2`, `b${letter}1`];
    trio.forEach((number, kind) => {
      const output = make(said, "output", {
        "data-name": number,
        "aria-label": number,
        "aria-live": "off",
      });
      said.append([" + price × ", " + ", ")"][kind]);
      const label = make(group, "label");
      make(label, "span", {}, number);
      const meaning = ["times short memory", "times price", "added"][kind];
      const slider = make(label, "input", {
        type: "range",
        min: -6,
        max: 6,
        step: 0.01,
        "aria-label": `${number}, ${title}, ${meaning}`,
      });
      const field = make(label, "input", {
        type: "number",
        step: "any",
        "aria-label": `${number} as a number`,
      });
      fields.push({ name: number, slider, field, output });
      slider.addEventListener(
        "input",
        change(() => setNumber(number, slider.valueAsNumber)),
      );
      field.addEventListener(
        "input",
        change(() => {
          const fits = isNumber(field.value);
          field.toggleAttribute("aria-invalid", !fits);
          if (fits) setNumber(number, clamp(Number(field.value), -1000, 1000));
        }),
      );
      field.addEventListener("blur", show);
    });
  }

  function setNumber(name, value) {
    stop();
    state.trained = state.epoch > 0 || (state.own !== null && state.trained);
    state.own = { ...now(), [name]: value };
    state.epoch = 0;
    newRun();
  }

  for (const button of document.querySelectorAll("[data-preset]")) {
    button.addEventListener(
      "click",
      change(() => {
        stop();
        const round = button.dataset.preset === "round";
        state.own = numbersOf(round ? START.round : NAMES.map(() => 0));
        state.trained = false;
        state.epoch = 0;
        newRun();
      }),
    );
  }

  function chooseStart(value) {
    stop();
    state.start = value;
    state.own = null;
    retrain();
  }
  const squares = starts.map((_, n) => {
    const square = make(find("#starts"), "button", {
      type: "button",
      "aria-label": `start ${n}`,
    });
    square.addEventListener("click", () => chooseStart(n));
    square.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      const next = clamp(n + by, 0, starts.length - 1);
      chooseStart(next);
      squares[next].focus();
    });
    return square;
  });

  find("#start").addEventListener("input", (event) => {
    if (isNumber(event.target.value))
      chooseStart(Math.round(clamp(Number(event.target.value), 0, 63)));
  });
  find("#lr").addEventListener("input", (event) => {
    if (!isNumber(event.target.value)) return;
    stop();
    state.lr = clamp(Number(event.target.value), 0, 10);
    retrain();
  });
  for (const id of ["start", "lr"]) find(`#${id}`).addEventListener("blur", show);
  find("#task").addEventListener("change", (event) => {
    stop();
    state.task = event.target.value;
    retrain();
  });
  find("#play").addEventListener(
    "click",
    change(() => (playing ? (stop(), announce()) : start())),
  );
  find("#step").addEventListener(
    "click",
    change(() => {
      stop();
      anewIfChanged();
      if (state.epoch >= state.most)
        state.most = Math.min(MOST_EPOCHS, state.most + 500);
      goTo(Math.min(state.epoch + 1, MOST_EPOCHS));
      announce();
    }),
  );
  find("#reset").addEventListener(
    "click",
    change(() => {
      stop();
      if (state.own && state.epoch === 0) state.own = null;
      state.epoch = 0;
      state.most = 500;
      newRun();
      fan = null;
    }),
  );
  find("#epoch").addEventListener(
    "input",
    change((event) => {
      stop();
      goTo(event.target.valueAsNumber);
    }),
  );
  find("#log").addEventListener("change", show);
  find("#all").addEventListener("click", change(trainAll));
  for (const chart of charts) {
    const scrub = change((event) => {
      if (event.type === "pointermove" && !event.buttons) return;
      stop();
      const { left } = chart.canvas.getBoundingClientRect();
      goTo(Math.round(clamp(chart.epochAt(event.clientX - left), 0, state.most)));
    });
    chart.canvas.addEventListener("pointerdown", scrub);
    chart.canvas.addEventListener("pointermove", scrub);
  }

  for (const radio of document.querySelectorAll("[name=company]")) {
    radio.addEventListener(
      "change",
      change(() => {
        state.company = radio.value;
      }),
    );
  }
  const setDays = (by) =>
    change(() => {
      state.days = clamp(state.days + by, 2, MOST_DAYS);
      unitDay = null;
      fanIsOld();
    });
  find("#fewer").addEventListener("click", setDays(-1));
  find("#more").addEventListener("click", setDays(1));
  find("#prices-back").addEventListener(
    "click",
    change(() => {
      const { prices, days, before: nothing } = fresh();
      Object.assign(state, { prices, days, before: nothing });
      fanIsOld();
    }),
  );
  ["long", "short"].forEach((id, n) => {
    const field = find(`#${id}`);
    const bound = n ? 1 : 10;
    field.addEventListener(
      "input",
      change(() => {
        if (isNumber(field.value))
          state.before[n] = clamp(Number(field.value), -bound, bound);
      }),
    );
    field.addEventListener("blur", show);
  });

  // The chain: drag a price, point at a box, open a unit.
  const cells = find(".cells");
  const dayOf = (target) => Number(target.closest(".day")?.dataset.day);
  function setPrice(day, price) {
    state.prices[state.company][day - 1] = Number(clamp(price, -1, 1).toFixed(2));
    fanIsOld();
    show();
  }
  function drag(event) {
    const svg = event.target.closest("svg");
    const y = event.clientY - svg.getBoundingClientRect().top;
    const price = ((PRICES[1] - y) / (PRICES[1] - PRICES[0])) * 2 - 1;
    setPrice(dayOf(svg), Math.round(price * 20) / 20);
  }
  cells.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".handle");
    if (!handle) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    drag(event);
  });
  // A finger on a price drags it, and doesn't scroll the page.
  const hold = (event) => event.target.closest(".handle") && event.preventDefault();
  cells.addEventListener("touchstart", hold, { passive: false });
  cells.addEventListener("pointermove", (event) => {
    if (event.target.closest(".handle")?.hasPointerCapture(event.pointerId))
      drag(event);
  });
  cells.addEventListener("keydown", (event) => {
    const handle = event.target.closest(".handle");
    const day = dayOf(event.target);
    if (handle) {
      const price = state.prices[state.company][day - 1];
      const to = {
        ArrowUp: price + 0.05,
        ArrowRight: price + 0.05,
        ArrowDown: price - 0.05,
        ArrowLeft: price - 0.05,
        PageUp: price + 0.25,
        PageDown: price - 0.25,
        Home: -1,
        End: 1,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      setPrice(day, to);
    } else if (["ArrowUp", "ArrowDown"].includes(event.key)) {
      event.preventDefault();
      const at = pointed?.[0] === day ? LINES.indexOf(pointed[1]) : -1;
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      pointed = [day, LINES.at(next % LINES.length)];
      show();
    }
  });
  function point(event) {
    const line = event.target.closest("[data-line]")?.dataset.line;
    const day = unitDay ?? dayOf(event.target);
    if (line && day) {
      pointed = [day, line];
      show();
    }
  }
  cells.addEventListener("pointerover", point);
  cells.addEventListener("click", (event) => {
    point(event);
    if (event.target.closest("button")) openUnit(dayOf(event.target));
  });
  for (const group of document.querySelectorAll(".unit svg g[class]")) {
    group.dataset.line = group.getAttribute("class");
  }
  find(".unit").addEventListener("pointerover", point);
  find(".unit").addEventListener("click", point);

  function openUnit(day) {
    const from = unitDay;
    unitDay = day;
    pointed = day ? [day, "updated_long_memory"] : null;
    draw();
    if (day) find("#all-days").focus();
    else find(`.day[data-day="${from}"] button`)?.focus();
  }
  find("#all-days").addEventListener("click", () => openUnit(null));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && unitDay) openUnit(null);
  });

  find("#copy").addEventListener("click", async () => {
    const link = `${location.href.split("#")[0]}#${address()}`;
    let copied = true;
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      const field = make(document.body, "textarea", {}, link);
      field.select();
      copied = document.execCommand("copy");
      field.remove();
    }
    find("#copy").textContent = copied ? "Copied" : "Copy the address";
    find("#said").textContent = copied
      ? "Link copied."
      : "Copy the address of this page instead.";
    written = `#${address()}`;
    history.replaceState(null, "", written);
    setTimeout(() => {
      find("#copy").textContent = "Copy link";
    }, 2000);
  });

  // Dark or light, as on the other pages, which keep the choice under the same name.
  function scheme(choice) {
    const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme =
      choice === "light" || choice === "dark" ? choice : dark ? "dark" : "light";
    readColors();
    show();
  }
  let chosen = null;
  try {
    chosen = localStorage.getItem("mode");
  } catch {
    /* no storage here */
  }
  find("#scheme").addEventListener("click", () => {
    chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("mode", chosen);
      localStorage.setItem("theme", chosen);
    } catch {
      /* only here */
    }
    scheme(chosen);
  });
  window
    .matchMedia("(prefers-color-scheme: dark)")
    .addEventListener("change", () => scheme(chosen));

  new ResizeObserver(() => {
    for (const chart of charts) chart.resize();
    room = find(".cells").clientWidth || room;
    show();
  }).observe(find("main"));
  new IntersectionObserver(([seen]) => {
    find("#still").hidden = seen.isIntersecting;
  }).observe(find(".companies"));
  window.addEventListener("hashchange", () => {
    if (location.hash !== written) restore();
  });
  window.addEventListener("storage", recall);
  for (const item of missions) {
    item.prepend(make(null, "span", { class: "tick", role: "img" }));
  }
  recall();
  newRun();
  scheme(chosen);
  restore();
}
