import { afterEach, expect, test, vi } from "vitest";
import { noResults, withResults } from "@/components/contacts/import/import-results";
import { sendList } from "./send-list";

const tally = { none: noResults, add: withResults };
const list = new File(["name,phone"], "list.csv");

afterEach(() => vi.unstubAllGlobals());

test("an answer that breaks off leaves what it told, and says that there was more", async () => {
  answerWith(["line,outcome,reason\n2,imported,\n3,refu"], "breaks off");
  const { results, csv } = await sendList("/results", list, tally, () => {});
  expect(results).toMatchObject({ imported: 1, refused: 0, stopped: "interrupted" });
  expect(await csv.text()).toMatch(/2,imported,\n[\s\S]*stopped,interrupted\n$/);
});

test("an answer that ends says no more than it says", async () => {
  answerWith(["line,outcome,reason\n2,impor", "ted,\n3,refused,no_name\n"], "ends");
  const { results } = await sendList("/results", list, tally, () => {});
  expect(results).toMatchObject({ imported: 1, refused: 1, stopped: null });
});

test("a list that is not taken has no results", async () => {
  vi.stubGlobal("fetch", async () => new Response("{}", { status: 413 }));
  await expect(sendList("/results", list, tally, () => {})).rejects.toThrow();
});

function answerWith(parts: string[], end: "ends" | "breaks off"): void {
  const bytes = parts.map((part) => new TextEncoder().encode(part));
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = bytes.shift();
      if (next) controller.enqueue(next);
      else if (end === "ends") controller.close();
      else controller.error(new Error("The line is dead."));
    },
  });
  vi.stubGlobal("fetch", async () => new Response(body));
}
