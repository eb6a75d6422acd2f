import { expect, test } from "vitest";
import { checkPolicy } from "./check-policy";

test("a profile that can be kept is fine, and an unknown one is to be mended", () => {
  expect(checkPolicy("default")).toMatchObject({ state: "fine", lines: [] });
  expect(checkPolicy("acme")).toMatchObject({
    state: "mend",
    lines: [expect.stringContaining("There is: default, kestrel-lane")],
  });
});
