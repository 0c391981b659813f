import { expect, test } from "vitest";
import type { Conv2dRequest } from "../../compute/types";
import { sameRequest } from "./same-request";

const picture = { shape: [1, 256, 256, 3], data: new Float32Array(256 * 256 * 3) };

function request(weight: number, input = picture): Conv2dRequest {
  const weights = { shape: [1, 1, 3, 1], data: Float32Array.from([weight, 0, 0]) };
  return { job: "conv2d", input, weights, stride: [1, 1] };
}

test("requests built anew are the same when their numbers are", () => {
  expect(sameRequest(request(0.5), request(0.5))).toBe(true);
  expect(sameRequest(request(NaN), request(NaN))).toBe(true);
});

test("any number, field or picture that differs makes another request", () => {
  expect(sameRequest(request(0.5), request(0.25))).toBe(false);
  expect(sameRequest(request(0.5), { ...request(0.5), groups: 1 })).toBe(false);
  expect(sameRequest({ ...request(0.5), groups: 1 }, request(0.5))).toBe(false);
  expect(sameRequest(request(1), request(1, { ...picture, data: picture.data.slice() }))).toBe(
    false,
  );
  expect(sameRequest([1, 2], [1])).toBe(false);
  expect(sameRequest(null, {})).toBe(false);
});

test("a long list is known by identity, so that comparing costs nothing", () => {
  expect(sameRequest(picture, { ...picture })).toBe(true);
  expect(sameRequest(picture.data, picture.data.slice())).toBe(false);
});
