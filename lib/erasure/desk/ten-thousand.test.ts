import { describe } from "vitest";
import { connect } from "@/db/client";
import { newId } from "@/db/schema/columns";
import { expect, test } from "@/lib/testing/erasure-test";
import { manyRequests } from "@/lib/testing/many-requests";
import type { ErasureContext } from "../context";
import { countQueue } from "./count-queue";
import { exportQueue } from "./export-queue";
import { findByIdentifier } from "./find-by-identifier";
import { listHolds } from "./list-holds";
import { listQueue } from "./list-queue";
import { QueueFilter } from "./queue-filter";
import { readCase } from "./read-case";
import { readOverview } from "./read-overview";
import { readRuns } from "./read-runs";

const requests = 10_000;
const serverMilliseconds = 300;

/** Every page of the desk, by what it asks the database. The counts read every state once. */
const pages: Record<string, (ctx: ErasureContext) => Promise<unknown>> = {
  "to do": (ctx) => listQueue(ctx, QueueFilter.parse({})),
  open: (ctx) => listQueue(ctx, QueueFilter.parse({ view: "open" })),
  late: (ctx) => listQueue(ctx, QueueFilter.parse({ view: "late" })),
  ended: (ctx) => listQueue(ctx, QueueFilter.parse({ view: "closed" })),
  "failed and due": (ctx) => listQueue(ctx, QueueFilter.parse({ state: "failed", due: "14" })),
  "by channel": (ctx) => listQueue(ctx, QueueFilter.parse({ view: "open", channel: "email" })),
  "by subject": (ctx) => listQueue(ctx, QueueFilter.parse({ view: "late", subject: "contact" })),
  "by address": (ctx) => findByIdentifier(ctx, "somebody@example.test"),
  "by number": (ctx) => findByIdentifier(ctx, "+49 30 1234567"),
  "one request": (ctx) => readCase(ctx, "QQQQQQQQQQQQQQQQ5042"),
  holds: (ctx) => listHolds(ctx, "standing"),
  runs: (ctx) => readRuns(ctx),
};
const summaries: typeof pages = {
  counts: (ctx) => countQueue(ctx),
  overview: (ctx) => readOverview(ctx),
};

type Sql = ReturnType<typeof connect>["sql"];
type Asked = { text: string; parameters: NonNullable<Parameters<Sql["unsafe"]>[1]> };

/** By its order alone an index only leads through all rows, one by one. */
const readsAll =
  /Seq Scan on erasure_(requests|transitions|mails)|Index Scan Backward using erasure_requests_received/;

describe("ten thousand requests", () => {
  test("are worked on by index, in well under the time that a page has", async ({
    db,
    databaseUrl,
    as,
    clock,
  }) => {
    await manyRequests(db, requests, clock.now());
    const asked: Asked[] = [];
    const watched = connect(databaseUrl, {
      max: 1,
      debug: (_connection, text, parameters) => asked.push({ text, parameters }),
    });
    const ctx = { ...as({ type: "operator", userId: newId() }), db: watched.db };

    const slow: Record<string, number> = {};
    const scanned: Record<string, string[]> = {};
    for (const [page, read] of Object.entries({ ...pages, ...summaries })) {
      await read(ctx);
      asked.length = 0;
      const began = performance.now();
      await read(ctx);
      const took = performance.now() - began;
      if (took > serverMilliseconds) slow[page] = Math.round(took);
      if (page in summaries) continue;
      const found = await planOf(watched.sql, [...asked]);
      if (found.length > 0) scanned[page] = found;
    }
    await watched.close();

    expect(slow).toEqual({});
    expect(scanned).toEqual({});
  });

  test("are paged through without one missing or twice, and written down without a name", async ({
    db,
    as,
    clock,
  }) => {
    await manyRequests(db, 1_300, clock.now());
    const ctx = as({ type: "operator", userId: newId() });
    for (const view of ["open", "closed"] as const) {
      const { byState, late } = await countQueue(ctx);
      const paged: string[] = [];
      let filter = QueueFilter.parse({ view });
      for (;;) {
        const { rows, next } = await listQueue(ctx, filter);
        paged.push(...rows.map(({ id }) => id));
        if (next === null) break;
        filter = QueueFilter.parse({ view, after: next });
      }
      const written = [];
      for await (const row of exportQueue(ctx, QueueFilter.parse({ view }))) written.push(row);

      expect(new Set(paged).size).toBe(paged.length);
      expect(written.map(({ id }) => id)).toEqual(paged);
      expect(late).toBeGreaterThan(0);
      const all = Object.values(byState).reduce((sum, count) => sum + count, 0);
      expect(all).toBe(1_300);
      expect(paged.length).toBeGreaterThan(100);
      expect(JSON.stringify(written)).not.toMatch(/digest|address|phone/);
    }
  });
});

/** Which of the statements read the whole of a table that grows with the requests. */
async function planOf(sql: Sql, asked: readonly Asked[]): Promise<string[]> {
  const found: string[] = [];
  for (const { text, parameters } of asked) {
    if (!/^select/i.test(text)) continue;
    const plan = await sql.unsafe(`explain ${text}`, parameters);
    const lines = plan.map((line) => `${line["QUERY PLAN"]}`);
    found.push(...lines.filter((line) => readsAll.test(line)));
  }
  return found;
}
