import { expect, test } from "vitest";
import { createPredictionStore } from "./prediction-store";

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test("a prediction stays until it is taken back", () => {
  const storage = memory();
  const store = createPredictionStore(() => storage);
  store.save("size", { answer: "98" });
  expect(store.load("size")).toEqual({ answer: "98" });
  expect(store.load("other")).toBeNull();
  store.save("size", null);
  expect(store.load("size")).toBeNull();
});

test("a skipped question is not asked again", () => {
  const storage = memory();
  const store = createPredictionStore(() => storage);
  store.save("size", { answer: null });
  expect(store.load("size")).toEqual({ answer: null });
});

test.each(["{", "3", "[]", '{"answer":5}', `{"answer":"${"x".repeat(300)}"}`])(
  "stored “%s” is no prediction",
  (text) => {
    const storage = memory();
    storage.kept.set("receptive.prediction.size", text);
    expect(createPredictionStore(() => storage).load("size")).toBeNull();
  },
);

test("storage that is closed to the page is no error", () => {
  const store = createPredictionStore(() => {
    throw new DOMException("denied", "SecurityError");
  });
  store.save("size", { answer: "98" });
  expect(store.load("size")).toBeNull();
});
