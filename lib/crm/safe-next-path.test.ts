import { expect, test } from "vitest";
import { safeNextPath } from "./safe-next-path";

test.each([
  ["/acme/inbox", "/acme/inbox"],
  ["/acme/inbox?after=1", "/acme/inbox?after=1"],
  ["/acme/../globex/inbox", "/globex/inbox"],
])("goes on to %s", (next, expected) => {
  expect(safeNextPath(next)).toBe(expected);
});

test.each([
  undefined,
  ["/a", "/b"],
  "",
  "acme/inbox",
  "https://elsewhere.example/",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "/\n/elsewhere.example",
  "/..//elsewhere.example",
  "javascript:alert(1)",
  "/sign-in?next=/sign-in",
])("does not leave the site, nor circle, for %j", (next) => {
  expect(safeNextPath(next)).toBe("/");
});
