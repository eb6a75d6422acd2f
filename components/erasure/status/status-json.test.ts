import { expect, test } from "vitest";
import { statusIn } from "./status-fixture";
import { StatusJson } from "./status-json";

test("a status survives its way over the wire", () => {
  const status = statusIn("completed_with_retentions", {
    closedAt: new Date("2026-11-22T11:00:00Z"),
    progress: [{ category: "messages", planned: 2, done: 2 }],
    retained: [
      { category: "invoices", retention: "invoices", rows: 1, until: new Date("2033-11-22") },
      { category: "audit", retention: "audit_log", rows: 3, until: null },
    ],
  });

  expect(StatusJson.parse(JSON.parse(JSON.stringify(status)))).toEqual(status);
});
