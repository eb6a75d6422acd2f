import { expect, test } from "vitest";
import { fillMessage } from "./fill-message";

test("every placeholder takes its value", () => {
  expect(fillMessage("{done} of {planned}, {done}", { done: 0, planned: 7 })).toBe("0 of 7, 0");
});

test("a value that looks like a placeholder is left as it is", () => {
  expect(fillMessage("Hello {name}", { name: "{name} $&" })).toBe("Hello {name} $&");
});

test("a forgotten value does not compile", () => {
  // @ts-expect-error `planned` is missing
  expect(fillMessage("{done} of {planned}", { done: 1 })).toBe("1 of {planned}");
});
