// Counts down what the server said is left: <span data-countdown="552" data-hours=… data-minutes=… data-seconds=…>. The
// ticks of this machine are used and not its clock, which may be wrong.

const started = new WeakMap();

function show(element) {
  if (!started.has(element)) started.set(element, performance.now());
  const passed = (performance.now() - started.get(element)) / 1000;
  const left = Math.max(0, Math.ceil(Number(element.dataset.countdown) - passed));
  const { hours, minutes, seconds } = element.dataset;
  const parts = [`${Math.floor(left / 60) % 60} ${minutes}`, `${left % 60} ${seconds}`];
  if (left >= 3600) parts.unshift(`${Math.floor(left / 3600)} ${hours}`);
  element.textContent = parts.join(" ");
}

setInterval(() => document.querySelectorAll("[data-countdown]").forEach(show), 1000);
