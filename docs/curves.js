// What moves over the epochs: a chart on a canvas, and the training of all starts.
import { clamp } from "./chain.js";
import { epochs, predict } from "./lstm.js";

export class Chart {
  constructor(canvas) {
    this.canvas = canvas;
    this.layer = document.createElement("canvas"); // what is behind: the 64 trainings
    this.resize();
  }

  resize() {
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const { clientWidth: width, clientHeight: height } = this.canvas;
    Object.assign(this, {
      width,
      height,
      ratio,
      left: 34,
      right: 30,
      top: 6,
      bottom: 20,
    });
    for (const canvas of [this.canvas, this.layer]) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.getContext("2d").setTransform(ratio, 0, 0, ratio, 0, 0);
    }
    this.layerKey = "";
  }

  axes(most, low, high, log = false) {
    const scale = log ? Math.log10 : (value) => value;
    const [from, to] = [scale(low), scale(high)];
    this.x = (epoch) =>
      this.left + (epoch / most) * (this.width - this.left - this.right);
    this.y = (value) =>
      this.height -
      this.bottom -
      ((clamp(scale(Math.max(value, log ? low : value)), from, to) - from) /
        (to - from)) *
        (this.height - this.top - this.bottom);
    Object.assign(this, { most, low, high, isLog: log });
  }

  // The epoch under the pointer.
  epochAt(x) {
    return (this.most * (x - this.left)) / (this.width - this.left - this.right);
  }

  begin(ticks, colors) {
    const at = this.canvas.getContext("2d");
    at.clearRect(0, 0, this.width, this.height);
    if (this.layer.width && this.layer.height)
      at.drawImage(this.layer, 0, 0, this.width, this.height);
    at.font = "11px system-ui, sans-serif";
    at.fillStyle = colors.quiet;
    at.strokeStyle = colors.line;
    at.lineWidth = 1;
    at.setLineDash([]);
    at.beginPath();
    at.textAlign = "right";
    at.textBaseline = "middle";
    for (const tick of ticks) {
      const y = Math.round(this.y(tick)) + 0.5;
      at.moveTo(this.left, y);
      at.lineTo(this.width - this.right, y);
      at.fillText(String(tick), this.left - 5, y);
    }
    at.stroke();
    at.textBaseline = "alphabetic";
    at.textAlign = "left";
    at.fillText("0", this.left, this.height - 5);
    at.textAlign = "right";
    at.fillText(`epoch ${this.most}`, this.width - this.right, this.height - 5);
    return at;
  }

  curve(at, values, color, dash = [], lineWidth = 2) {
    at.strokeStyle = color;
    at.lineWidth = lineWidth;
    at.setLineDash(dash);
    at.beginPath();
    const skip = Math.max(1, Math.floor(values.length / this.width));
    for (let n = 0; n < values.length; n += skip)
      at.lineTo(this.x(n), this.y(values[n]));
    at.lineTo(this.x(values.length - 1), this.y(values.at(-1)));
    at.stroke();
    at.setLineDash([]);
  }

  // A line across, with a word on it.
  level(at, value, text, color) {
    at.strokeStyle = at.fillStyle = color;
    at.lineWidth = 1.5;
    at.setLineDash([6, 4]);
    at.beginPath();
    at.moveTo(this.left, this.y(value));
    at.lineTo(this.width - this.right, this.y(value));
    at.stroke();
    at.setLineDash([]);
    at.textAlign = "right";
    at.fillText(text, this.width - this.right, this.y(value) - 8);
  }

  label(at, text, value, color, lower = 0) {
    at.fillStyle = color;
    at.textAlign = "left";
    at.textBaseline = "middle";
    at.fillText(text, this.width - this.right + 4, this.y(value) + lower);
  }

  cursor(at, epoch, color) {
    at.strokeStyle = color;
    at.lineWidth = 1;
    at.beginPath();
    at.moveTo(this.x(epoch), this.top);
    at.lineTo(this.x(epoch), this.height - this.bottom);
    at.stroke();
  }
}

export class Fan {
  constructor(starts, companies, labels, lr, most) {
    Object.assign(this, { companies, labels, most, done: 0 });
    this.trainings = starts.map((numbers) => epochs(numbers, companies, labels, lr));
    this.losses = starts.map(() => new Float32Array(most));
    this.passes = starts.map(() => new Uint8Array(most));
  }

  // Train all by one epoch.
  advance() {
    this.trainings.forEach((training, n) => {
      const { loss, numbers } = training.next().value;
      this.losses[n][this.done] = loss;
      this.passes[n][this.done] = this.companies.every(
        (prices, row) => Math.abs(predict(numbers, prices) - this.labels[row]) < 0.1,
      );
    });
    this.done += 1;
  }

  passed(epoch) {
    return this.passes.map((passes) => passes[Math.min(epoch, this.done) - 1] === 1);
  }
}
