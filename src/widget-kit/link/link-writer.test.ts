import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLinkWriter } from "./link-writer";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function page(hash = "") {
  const location = { hash, pathname: "/book/", search: "?a" };
  const replaceState = vi.fn((_state: unknown, _: string, url: string | URL | null | undefined) => {
    location.hash = new URL(String(url), "https://a.b").hash;
  });
  return { location, history: { state: { kept: true }, replaceState } };
}

test("a storm of changes stays under Safari's 100 in 30 s, and ends with the last", () => {
  const target = page();
  const writer = createLinkWriter("a", target);
  for (let i = 0; i < 3000; i++) {
    writer.write(() => `1~x:${i}`);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(400);
  expect(target.history.replaceState.mock.calls.length).toBeLessThan(100);
  expect(target.location.hash).toBe("#w.a=1~x:2999");
});

test("the page's path, query and history state stay", () => {
  const target = page();
  const writer = createLinkWriter("a", target);
  writer.write(() => "1~x:1");
  writer.flush();
  expect(target.history.replaceState).toHaveBeenCalledWith(
    { kept: true },
    "",
    "/book/?a#w.a=1~x:1",
  );
});

test("two widgets share the address", () => {
  const target = page();
  const one = createLinkWriter("one", target);
  const two = createLinkWriter("two", target);
  one.write(() => "1~x:1");
  two.write(() => "1~y:2");
  vi.advanceTimersByTime(500);
  expect(target.location.hash).toBe("#w.one=1~x:1&w.two=1~y:2");
  one.write(() => null);
  vi.advanceTimersByTime(500);
  expect(target.location.hash).toBe("#w.two=1~y:2");
});

test("a browser that refuses is asked again at the next change", () => {
  const target = page();
  target.history.replaceState.mockImplementationOnce(() => {
    throw new DOMException("too often", "SecurityError");
  });
  const writer = createLinkWriter("a", target);
  writer.write(() => "1~x:1");
  writer.flush();
  writer.write(() => "1~x:2");
  writer.flush();
  expect(target.location.hash).toBe("#w.a=1~x:2");
});
