import { expect, test } from "@/lib/testing/database-test";
import { checkLogSize, logSizeFinding } from "./check-log-size";

const gigabyte = 2 ** 30;

test("small tables have room in the log that a server has by default", async ({ db }) => {
  expect(await checkLogSize(db, "public")).toMatchObject({ state: "fine", lines: [] });
});

test.each([
  [0.4, 1, "fine"],
  [0.6, 1, "note"],
  [100, 1, "note"],
  [100, 4, "fine"],
])("%f GB of tables and %f GB of log: %s", (tables, log, state) => {
  const found = logSizeFinding({ tableBytes: tables * gigabyte, mostLogBytes: log * gigabyte });
  expect(found.state).toBe(state);
  expect(found.lines.join(" ").includes("max_wal_size = '4GB'")).toBe(state === "note");
});
