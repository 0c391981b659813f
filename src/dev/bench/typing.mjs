// One digit typed into a kernel of chapter 1's bench, to its pictures on the page.
import { openBench } from "./storm.mjs";

/** Three filters of 3×3×3 on a picture of 256²: three maps to repaint at every digit. */
const state = "#w.bench=1~picture:color-discs~filters:identity sharpen box";
const digits = 31;

/** Runs in the page: a value typed, and milliseconds to the last picture that it draws. */
function typed(input, value) {
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  write.call(input, value);
  const start = performance.now();
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  return new Promise((done) => {
    const look = () => {
      const { lastDraw } = globalThis.storm;
      if (lastDraw > start && performance.now() - lastDraw > 150) done(lastDraw - start);
      else setTimeout(look, 20);
    };
    look();
  });
}

/**
 * @param {import("playwright").Browser} browser
 * @param {string} url of the built book, with a slash at its end
 * @returns {Promise<number[]>} milliseconds a digit
 */
export async function typeDigits(browser, url) {
  const address = new URL("channels-and-kernels/", url);
  const { page, figure } = await openBench(browser, address + encodeURI(state));
  const input = figure.getByRole("spinbutton", { name: /^row 0, column 0/ }).first();
  await input.focus();
  const samples = [];
  for (let digit = 0; digit < digits; digit++)
    samples.push(await input.evaluate(typed, String(1 + (digit % 9))));
  await page.close();
  // The first compiles what the others use.
  return samples.slice(1);
}
