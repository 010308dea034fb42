// The readable timeline of a demo: one line per step with the time it took, grouped in chapters.

const pad = (text, width) => text.padEnd(width);
const seconds = (ms) => `${(ms / 1000).toFixed(1).padStart(6)} s`;

/** @param {{ isQuiet: boolean }} options quiet prints nothing and still records */
export function timeline({ isQuiet }) {
  const started = performance.now();
  let last = started;
  const steps = [];
  const print = (line) => {
    if (!isQuiet) process.stdout.write(`${line}\n`);
  };
  return {
    steps,
    chapter(title) {
      print(`\n  ${title}`);
    },
    /** Records what has just been done; its duration runs from the step before. */
    step(name, detail = '') {
      const now = performance.now();
      steps.push({ name, detail, ms: Math.round(now - last), at: Math.round(now - started) });
      print(`  ${seconds(now - started)}  ${pad(name, 34)} ${detail}`);
      last = now;
    },
    /** A line that is overwritten by the next one, on a terminal only. */
    progress(text) {
      if (!isQuiet && process.stdout.isTTY) process.stdout.write(`\r            ${pad(text, 70)}\r`);
    },
    print,
    total: () => Math.round(performance.now() - started),
  };
}
