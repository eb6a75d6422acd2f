import { expect, test } from "vitest";
import { createLog } from "./log";

test("a line carries fields of the list and no error message", () => {
  const written: string[] = [];
  const smuggled = { requestId: "r1", email: "zoe@example.test" };
  const error = Object.assign(new TypeError("row (zoe@example.test)"), { code: "23505" });

  const log = createLog({ write: (line) => written.push(line) });
  log.error("A job failed.", { ...smuggled, error });

  const [line] = written.map((text) => JSON.parse(text));
  expect(line).toMatchObject({
    level: "error",
    msg: "A job failed.",
    requestId: "r1",
    error: { name: "TypeError", code: "23505" },
  });
  expect(written.join()).not.toContain("zoe@");
});

test("a failed query is named by the database's code, and no line of its message gets in", () => {
  const written: string[] = [];
  const cause = Object.assign(new Error("duplicate"), { code: "23505" });
  const error = new Error("Failed query\n  at zoe@example.test", { cause });

  createLog({ write: (line) => written.push(line) }).error("It failed.", { error });

  const [line] = written.map((text) => JSON.parse(text));
  expect(line.error).toMatchObject({ name: "Error", code: "23505" });
  expect(line.error.at[0]).toContain("log.test.ts");
  expect(written.join()).not.toContain("zoe@");
});
