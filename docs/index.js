// The first page's small chain: notebook 03's second training, once, from start to end.
import { epochs, forward, NAMES } from "./lstm.js";

const EPOCHS = 500;
const SECONDS = 8;

function trainOnce(root, { numbers, companies }) {
  const start = Object.fromEntries(NAMES.map((name, n) => [name, numbers[n]]));
  const training = epochs(start, Object.values(companies), [0, 1]);
  const states = [start];
  while (states.length <= EPOCHS) states.push(training.next().value.numbers);

  const find = (name) => root.querySelector(`[data-name="${name}"]`);
  const slider = root.querySelector("input");
  function show(epoch) {
    slider.value = epoch;
    find("epoch").textContent = epoch;
    for (const [company, prices] of Object.entries(companies)) {
      const days = forward(states[epoch], prices);
      for (const [n, day] of days.entries()) {
        const long = day.updated_long_memory;
        const line = find(`line_${company}_${n + 1}`);
        line.style.strokeWidth = 1.5 + 6 * Math.min(1.5, Math.abs(long));
        line.classList.toggle("negative", long < 0);
        find(`long_${company}_${n + 1}`).textContent = text(long);
      }
      find(`says_${company}`).textContent = text(days.at(-1).updated_short_memory);
    }
  }
  const text = (number) => number.toFixed(2).replace(/^-(0\.00)$/, "$1");

  let begin = null; // null: not running
  function frame(now) {
    if (begin === null) return;
    const epoch = Math.min(EPOCHS, Math.floor(((now - begin) / 1000 / SECONDS) * EPOCHS));
    show(Math.max(0, epoch));
    if (epoch < EPOCHS) requestAnimationFrame(frame);
  }
  function run() {
    begin = performance.now();
    requestAnimationFrame(frame);
  }
  slider.max = EPOCHS;
  slider.addEventListener("input", () => { begin = null; show(slider.valueAsNumber); });
  root.querySelector("button").addEventListener("click", run);
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) show(EPOCHS);
  else run();
}
