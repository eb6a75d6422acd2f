import { expect, test } from "vitest";
import { seqScans } from "./seq-scans";

test("a sequential scan is found at any depth", () => {
  const scan = { "Node Type": "Seq Scan", "Relation Name": "messages" };
  const plan = { "Node Type": "ModifyTable", Plans: [{ "Node Type": "Hash Join", Plans: [scan] }] };
  expect(seqScans([{ "QUERY PLAN": [{ Plan: plan }] }])).toEqual(["messages"]);
});

test("index scans are none", () => {
  expect(seqScans([{ Plan: { "Node Type": "Index Scan", "Relation Name": "orders" } }])).toEqual(
    [],
  );
});
