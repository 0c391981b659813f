import { expect, test } from "vitest";
import * as errors from "../errors";
import { packError, unpackError } from "./wire-error";

test("every error of the book keeps its class, code and message across the border", () => {
  for (const [name, ErrorClass] of Object.entries(errors)) {
    const error = new ErrorClass(`about ${name}`);
    const copy = unpackError(structuredClone(packError(error)));
    expect(copy).toBeInstanceOf(ErrorClass);
    expect(copy).toMatchObject({ name, code: error.code, message: error.message });
  }
});

test("any other error arrives as a fault of the engine", () => {
  expect(unpackError(packError(new TypeError("x is undefined")))).toMatchObject({
    code: "internal",
    message: "x is undefined",
  });
  expect(unpackError(packError("just text")).message).toBe("just text");
});
