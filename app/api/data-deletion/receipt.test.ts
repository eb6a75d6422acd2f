import { describe, vi } from "vitest";
import { erasureRequests } from "@/db/schema";
import { advanceRun } from "@/lib/erasure";
import type { Actor, ErasureContext } from "@/lib/erasure/context";
import { checkReceipt, publishedKeys } from "@/lib/receipts";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { test as erasureTest, expect } from "@/lib/testing/erasure-test";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { GET as readReceipt } from "./[code]/receipt/route";

type Glue = { contextOf: ((actor: Actor) => ErasureContext) | null };

const glue = vi.hoisted((): Glue => ({ contextOf: null }));

vi.mock("@/lib/erasure-context", () => ({
  erasureContext: (actor: Actor) => glue.contextOf?.(actor),
}));
vi.mock("@/lib/env", () => ({ env: () => ({ RATE_LIMIT_FACTOR: 1 }) }));

const test = erasureTest.extend<{ isWired: true }>({
  isWired: [
    async ({ as }, use) => {
      glue.contextOf = as;
      await use(true);
    },
    { auto: true },
  ],
});

describe("a receipt's address", () => {
  test("says not yet, then gives the same JWS each time, and the same as a file to read", async ({
    db,
    as,
    system,
  }) => {
    const { id: workspaceId, agentId, contactIds } = await createWorkspace(db);
    const contactId = contactIds[0] ?? "";
    const requestId = await scheduledContact(as({ type: "agent", userId: agentId }), {
      workspaceId,
      contactId,
    });
    const [request] = await db.select().from(erasureRequests);
    const code = request?.confirmationCode ?? "";

    const early = await receiptOf(code);
    expect(early.status).toBe(409);
    expect(await early.json()).toMatchObject({ code: "not_completed" });

    while ((await advanceRun(system, requestId)) === "again");
    const [one, two, file] = [
      await receiptOf(code),
      await receiptOf(code),
      await receiptOf(code, "?as=json"),
    ];
    expect(one.status).toBe(200);
    expect(one.headers.get("content-type")).toBe("application/jose");
    expect(one.headers.get("cache-control")).toBe("no-store");
    const jws = await one.text();
    expect(jws).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await two.text()).toBe(jws);

    const keys = await publishedKeys(db);
    expect(file.headers.get("content-type")).toBe("application/json");
    expect(await checkReceipt(await file.text(), keys)).toMatchObject({
      outcome: "valid",
      receipt: { confirmationCode: code, subject: "contact" },
    });
  });

  test("leads nowhere for a code that nobody has", async () => {
    for (const code of ["Abcdefghij0123456789", "nope", "a'--", "x".repeat(5_000)]) {
      const response = await receiptOf(code);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: "not_found" });
    }
  });
});

async function receiptOf(code: string, query = ""): Promise<Response> {
  const url = `https://lethe.test/api/data-deletion/${encodeURIComponent(code)}/receipt${query}`;
  return await readReceipt(new Request(url), { params: Promise.resolve({ code }) });
}
