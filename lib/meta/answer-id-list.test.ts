import { vi } from "vitest";
import { erasureRequests, metaIdentities } from "@/db/schema";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprintAll } from "@/lib/testing/fingerprint";
import { answerIdList } from "./answer-id-list";

vi.mock("@/lib/log", () => ({ log: { error: vi.fn() } }));

const operator = { type: "operator", userId: "00000000-0000-7000-8000-000000000001" } as const;

test("a list opens a request for each known id, once, and tells of every line", async ({
  db,
  as,
}) => {
  const { ownerId, agentId } = await createWorkspace(db);
  await db.insert(metaIdentities).values([
    { userId: ownerId, metaUserId: "1000200030004000" },
    { userId: agentId, metaUserId: "1000200030004001" },
  ]);
  const list = [
    "\ufeff1000200030004000",
    "",
    '"1000200030004001",2026-11-24',
    "1000200030004000",
    "404",
    "0",
    '=HYPERLINK("https://attacker.test")',
    "12345678901234567890123456",
  ].join("\r\n");
  const ctx = as(operator);

  const first = await answer(ctx, list);
  expect(first.split("\n").slice(0, -1)).toEqual([
    "line,user_id,result",
    "1,1000200030004000,opened",
    "3,1000200030004001,opened",
    "4,1000200030004000,already_open",
    "5,404,unknown",
    "6,0,malformed",
    `7,"'=HYPERLINK(""https://attacker.test"")",malformed`,
    "8,12345678901234567890123456,malformed",
  ]);
  const again = await answer(ctx, list);
  expect(again).toBe(first.replaceAll("opened", "already_open"));
  const requests = await db.select().from(erasureRequests);
  expect(requests).toMatchObject([
    { state: "scheduled", channel: "operator", requesterKind: "meta", subjectKind: "meta_user" },
    { state: "scheduled", channel: "operator", requesterKind: "meta", subjectKind: "meta_user" },
  ]);
  expect(JSON.stringify(requests)).not.toContain("10002000");
});

test("nobody but an operator is answered, and nothing is opened", async ({ db, as }) => {
  const { ownerId } = await createWorkspace(db);
  await db.insert(metaIdentities).values({ userId: ownerId, metaUserId: "1000200030004000" });
  const before = await fingerprintAll(db);

  const told = await answer(as({ type: "owner", userId: ownerId }), "1000200030004000\n");

  expect(told).toBe("line,user_id,result\n,,interrupted\n");
  expect(await db.select().from(erasureRequests)).toEqual([]);
  expect(await fingerprintAll(db)).toEqual(before);
});

test("a hundred thousand lines take no more memory than a few, and not one more is read", {
  timeout: 120_000,
}, async ({ as }) => {
  const asked = { most: 0, told: 0 };
  async function* list() {
    for (let at = 0; at < 1_010; at++) {
      asked.most = at * 100;
      yield Buffer.from(Array.from({ length: 100 }, (_, id) => `9${at * 100 + id}\n`).join(""));
    }
  }
  let ahead = 0;
  for await (const part of answerIdList(as(operator), list())) {
    asked.told += part.split("\n").length - 1;
    ahead = Math.max(ahead, asked.most - asked.told);
  }
  expect(asked.told, "with its heading").toBe(100_001);
  expect(ahead, "lines read before the last ones were answered").toBeLessThan(20_000);
});

async function answer(ctx: Parameters<typeof answerIdList>[0], list: string): Promise<string> {
  async function* bytes() {
    // In pieces that end in the middle of lines.
    const all = Buffer.from(list);
    for (let at = 0; at < all.length; at += 7) yield all.subarray(at, at + 7);
  }
  let told = "";
  for await (const part of answerIdList(ctx, bytes())) told += part;
  return told;
}
