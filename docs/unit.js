// Drawings with numbers in them, and the unit with three sliders on notebook 01's page.
import { oneDay } from "./lstm.js";

export function decimals(number, digits = 4) {
  const text = number.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text; // 0.0000, never -0.0000
}

// Where a drawing says {forget_gate:.4f}, this number belongs.
export function fillable(drawing) {
  const places = [...drawing.querySelectorAll("text, title")]
    .map((place) => [place, place.textContent])
    .filter(([, text]) => text.includes("{"));
  return (values) => {
    for (const [place, text] of places) {
      place.textContent = text.replace(
        /\{(\w+)(?::\.(\d)f)?\}/g,
        (all, name, digits) =>
          name in values ? decimals(values[name], Number(digits ?? 4)) : all,
      );
    }
  };
}

export function unitWithSliders(root, numbers, today) {
  const fill = fillable(root.querySelector("svg"));
  const sliders = [...root.querySelectorAll("input")];
  function show() {
    for (const slider of sliders) {
      today[slider.name] = slider.valueAsNumber;
      slider.nextElementSibling.textContent = decimals(slider.valueAsNumber, 2);
    }
    fill(oneDay(numbers, today.input_value, today.long_memory, today.short_memory));
  }
  for (const slider of sliders) {
    slider.value = today[slider.name];
    slider.addEventListener("input", show);
  }
  show();
}
