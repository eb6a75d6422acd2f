import fs from "node:fs";
import { eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import * as schema from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { advanceRun, readReceipt, scheduleWorkspaceErasure } from "@/lib/erasure";
import { categoryOfTable } from "@/lib/erasure/category-of-table";
import type { Db, ErasureContext } from "@/lib/erasure/context";
import { paced } from "@/lib/erasure/engine";
import { deadLetters, openBoss, startWorker } from "@/lib/jobs";
import type { OutgoingMail } from "@/lib/mail/mailer";
import { sendMail } from "@/lib/mail/send-mail";
import { signedReceipt } from "@/lib/receipts";
import { createObjectStore } from "@/lib/storage";
import { difference, readEveryRow } from "@/lib/testing/crash/every-row";
import { untilKilled } from "@/lib/testing/crash/until-killed";
import { fingerprint } from "@/lib/testing/fingerprint";
import { type S3Server, startS3Server } from "@/lib/testing/s3/s3-server";
import { storeTombstones } from "@/lib/tombstones/store-tombstones";
import type { CallContext } from "./call-context";
import { callRecipient } from "./call-recipient";
import { SealedCall } from "./sealed-call";
import { sweepCalls } from "./sweep-calls";
import { type ConnectedWorkspace, createConnectedWorkspace } from "./testing/connected-workspace";
import { documentedReply, type Received } from "./testing/recipient-server";
import { expect, test } from "./testing/recipients-test";

const minute = 60_000;
const workers = [1, 2, 3];

/** 50,000 take a minute more; every commit asks for fewer. */
const objects = Number(process.env.ERASED_OBJECTS ?? 3_000);

test("whoever dies and whoever is down, one honest state: nothing is left, and the receipt says what was not done", {
  timeout: 600_000,
}, async ({ connection, db, databaseUrl, master, server, telling, calling, clock }) => {
  const store = await startS3Server();
  const log = watchLog();
  try {
    const doomed = await createConnectedWorkspace(db, master);
    const neighbour = await createConnectedWorkspace(db, master);
    await nameContacts(db, doomed);
    const files = createObjectStore({
      ...{ endpoint: store.endpoint, bucket: store.bucket },
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    for (const { id } of [doomed, neighbour]) {
      await storeObjects(db, store.objects, id, id === doomed.id ? objects : 3);
    }
    const known = identifiersOf(doomed);
    // What is looked for afterwards is there, and is found; tokens alone lie there sealed.
    for (const one of known.filter((name) => !Object.values(doomed.tokens).includes(name))) {
      expect(await placesWith(db, [one]), one).not.toEqual([]);
    }
    const before = await fingerprint(db, neighbour.id);
    const rowsBefore = await readEveryRow(connection);

    // One is down for an hour, from when it is first asked; another refuses, whoever asks.
    const outage = { until: 0 };
    const answered: string[] = [];
    server.answer((call) => {
      const act = actOf(call);
      if (act === "delete a file") {
        outage.until ||= +clock.now() + 60 * minute;
        if (+clock.now() < outage.until) return { status: 503, json: {} };
      }
      if (act === "delete an address") {
        return { status: 403, json: { name: "restricted_api_key", message: "No." } };
      }
      answered.push(`${call.method} ${call.target} ${call.authorization}`);
      return documentedReply(call);
    });

    const owner = telling({ type: "owner", userId: doomed.ownerId });
    const { confirmationCode: code } = await scheduleWorkspaceErasure(owner, {
      ...{ workspaceId: doomed.id, confirmSlug: doomed.slug },
    });
    const request = async () => {
      const [found] = await db
        .select()
        .from(schema.erasureRequests)
        .where(eq(schema.erasureRequests.confirmationCode, code));
      return found ?? expect.unreachable();
    };
    const { id: requestId } = await request();

    const died = new Set<string>();
    const stepOf = (statement: string): string | null => {
      const [text = ""] = statement.trim().slice(0, 60).split("\n");
      if (!/^(insert into|update|delete from|with)\b/i.test(text)) return null;
      if (/erasure_recipient_calls/.test(text)) {
        return `${text} after ${server.received.map(actOf).at(-1)}`;
      }
      return /erasure_file_steps/.test(text) ? `${text} ${Math.min(store.calls.length, 5)}` : text;
    };
    const work = async (own: Db) => {
      const system: ErasureContext = { ...telling({ type: "system" }), db: own, files };
      const governor = paced({ budgetMs: 50, minRows: 20, maxRows: 5_000 });
      while ((await advanceRun(system, requestId, governor)) === "again");
      const caller: CallContext = { ...calling, db: own };
      for (const callId of await dueCalls(caller)) {
        while ((await callRecipient(caller, callId)) === "again");
      }
    };
    let rounds = 0;
    while ((await request()).closedAt === null) {
      expect(++rounds).toBeLessThan(1_000);
      const lived = await Promise.all(
        workers.map(() => untilKilled(databaseUrl, died, stepOf, work)),
      );
      clock.advance(lived.every(Boolean) ? 10 * minute : 61_000);
    }
    const sent = await sendMails(telling({ type: "system" }));

    expect(died.size).toBeGreaterThan(60);
    expect((await request()).state).toBe("completed_with_retentions");
    const receipt = signedReceipt((await readReceipt(owner, code))?.jws ?? "");
    expect(
      receipt.recipients.map(({ recipient, act, done, alreadyGone, failed }) => [
        ...[recipient, act, done, alreadyGone, failed],
      ]),
    ).toEqual([
      ["meta", "unsubscribe", 1, 0, 0],
      ["meta", "delete_media", 2, 0, 0],
      ["meta", "revoke_permissions", 1, 0, 0],
      ["messenger", "unsubscribe", 1, 0, 0],
      ["telegram", "delete_webhook", 1, 0, 0],
      ["openai", "delete_file", 2, 0, 0],
      ["anthropic", "delete_file", 1, 0, 0],
      ["resend", "delete_contact", 0, 0, 2],
      ["resend", "delete_suppression", 0, 0, 2],
    ]);
    // What is still sealed is what the receipt lists, and no more than what failed.
    expect(await stillSealed(db, calling)).toEqual(
      receipt.recipients.flatMap(({ recipient, act, failed, keptUntil }) =>
        keptUntil ? [{ recipient, act, targets: failed, keptUntil }] : [],
      ),
    );
    expect(receipt.recipients.filter(({ keptUntil }) => keptUntil)).toHaveLength(2);
    expect(receipt.files).toBe(objects);
    const { gone } = difference(rowsBefore, await readEveryRow(connection));
    const erased = receipt.erased.reduce((sum, { rows }) => sum + rows, 0);
    expect(erased).toBe(Object.values(gone).reduce((sum, rows) => sum + rows, 0));

    // A call may be made twice where its worker died before it could say so, and only there.
    const deaths = [...died].filter((step) => step.includes("erasure_recipient_calls")).length;
    const [once, all] = [new Set(answered).size, answered.length];
    expect(all - once).toBeLessThanOrEqual(deaths);
    for (const call of new Set(answered)) {
      expect(answered.filter((one) => one === call).length, call).toBeLessThanOrEqual(2);
    }
    expect(server.received.some((call) => actOf(call) === "delete a file")).toBe(true);

    expect([...store.objects.under(`workspaces/${doomed.id}/`)]).toEqual([]);
    expect([...store.objects.under(`workspaces/${neighbour.id}/`)]).toHaveLength(3);
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
    expect(sent.length).toBeGreaterThan(0);

    // Whatever is still in a queue fails for good, over an error that quotes whom it is about.
    const jobs = await failAllJobs(db, databaseUrl, `Nobody finds ${known.join(", ")}.`);
    expect(jobs).toBeGreaterThan(5);
    expect(await db.$count(schema.erasureMails)).toBe(sent.length);
    expect(await storeTombstones({ db, now: clock.now, store: files })).toBe(1);

    expect(await placesWith(db, known)).toEqual([]);
    const named = await placesWith(db, [doomed.id, doomed.ownerId, doomed.agentId]);
    const tables = new Set(named.map(({ table }) => table));
    const listed = receipt.retained.map(({ category }) => category);
    expect(tables.size).toBeGreaterThan(0);
    for (const table of tables) expect(listed, table).toContain(categoryOfTable(table));

    const stored = [...store.objects.under("")];
    expect(stored.some(([key]) => key.startsWith("tombstones/"))).toBe(true);
    const bytes = stored.flatMap(([key, versions]) => [
      ...[key, ...versions.map(({ body }) => body?.toString() ?? "")],
    ]);
    const clear = bytes.flatMap((text) => [text, ...text.split(".").map(fromBase64)]).join("\n");
    expect(log.lines.length).toBeGreaterThanOrEqual(jobs);
    for (const one of known) {
      expect(clear).not.toContain(one);
      expect(log.lines.join("")).not.toContain(one);
    }
  } finally {
    log.stop();
    await store.stop();
  }
});

/** What is asked, whoever's it is. */
function actOf({ target }: Received): string {
  if (target.startsWith("/v1/files/")) return "delete a file";
  if (/^\/(contacts|suppressions)\//.test(target)) return "delete an address";
  return target.replaceAll(/[\w%]*\d[\w%-]*/g, "ID").split("?")[0] ?? "";
}

/** What the process says, as it leaves: the log writes to its own file descriptor, at once or later. */
function watchLog(): { lines: string[]; stop(): void } {
  const lines: string[] = [];
  const own = { write: fs.write, writeSync: fs.writeSync };
  for (const [name, write] of Object.entries(own)) {
    Reflect.set(fs, name, (file: number, said: unknown, ...rest: unknown[]) => {
      if (file === 1) lines.push(String(said));
      return Reflect.apply(write, fs, [file, said, ...rest]);
    });
  }
  return { lines, stop: () => void Object.assign(fs, own) };
}

async function nameContacts(db: Db, { contactIds, slug }: ConnectedWorkspace): Promise<void> {
  for (const [at, id] of contactIds.entries()) {
    const [name, phone, email] = [
      `Zoë Kundin ${slug}`,
      `+4917012345${at}7`,
      `zoe${at}@${slug}.test`,
    ];
    await db.update(schema.contacts).set({ name, phone, email }).where(eq(schema.contacts.id, id));
  }
}

/** What the ledger of recipients still holds sealed, opened. */
async function stillSealed(db: Db, { vault }: CallContext) {
  const rows = await db
    .select()
    .from(schema.erasureRecipientCalls)
    .where(isNotNull(schema.erasureRecipientCalls.sealed))
    .orderBy(schema.erasureRecipientCalls.id);
  return await Promise.all(
    rows.map(async ({ id, recipient, act, sealed, keptUntil }) => {
      const { targets } = SealedCall.parse(JSON.parse(await vault.open(sealed ?? "", id)));
      const until = keptUntil?.toISOString() ?? null;
      return { recipient, act, targets: targets.length, keptUntil: until };
    }),
  );
}

async function storeObjects(
  db: Db,
  stored: S3Server["objects"],
  workspaceId: string,
  many: number,
): Promise<void> {
  for (let from = 0; from < many; from += 5_000) {
    const rows = Array.from({ length: Math.min(5_000, many - from) }, () => {
      const id = newId();
      return {
        ...{ workspaceId, id, key: `workspaces/${workspaceId}/${id}`, purpose: "media" as const },
        ...{ state: "stored" as const, mimeType: "image/png", uploadUntil: new Date(0) },
      };
    });
    await db.insert(schema.storedObjects).values(rows);
    for (const { key } of rows) stored.put(key, Buffer.from(`bytes of ${key}`));
  }
}

async function dueCalls(ctx: CallContext): Promise<string[]> {
  const due: string[] = [];
  const jobs: CallContext["jobs"] = {
    async enqueue(_tx, ...enqueued) {
      for (const job of enqueued) if (job.queue === "call-recipient") due.push(job.data.callId);
    },
  };
  await sweepCalls({ ...ctx, jobs });
  return due;
}

async function sendMails({ db, now, vault }: ErasureContext): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  const mailer = {
    async send(mail: OutgoingMail) {
      sent.push(mail);
      return { ok: true, providerId: mail.id } as const;
    },
  };
  for (const { id } of await db
    .select()
    .from(schema.erasureMails)
    .orderBy(schema.erasureMails.id)) {
    await sendMail({ db, now, vault, mailer, appUrl: "https://lethe.test" }, id);
  }
  return sent;
}

/**
 * Has a worker take every job that was written, and fail at it for good.
 *
 * @returns how many there were; each of them is a dead letter then.
 */
async function failAllJobs(db: Db, databaseUrl: string, quoting: string): Promise<number> {
  const count = async (where: SQL) =>
    z
      .tuple([z.object({ jobs: z.int() })])
      .parse(await db.execute(sql`select count(*)::int as jobs from pgboss.job where ${where}`))[0]
      .jobs;
  const written = await count(sql`name <> ${deadLetters}`);
  await db.execute(sql`
    update pgboss.job set retry_limit = 0, start_after = now() where name <> ${deadLetters}`);
  const fail = () => Promise.reject(new Error(quoting));
  const worker = await startWorker(await openBoss(databaseUrl, "worker"), {
    ...{ advanceRun: fail, callRecipient: fail, sendMail: fail, readInbound: fail },
    ...{ sendNotice: fail, sweeps: [] },
  });
  await expect
    .poll(() => count(sql`name = ${deadLetters} and data is not null`), { timeout: 30_000 })
    .toBe(written);
  await worker.stop();
  return written;
}

function fromBase64(text: string): string {
  return Buffer.from(text, "base64url").toString();
}

/** Whatever names the workspace, its people and its customers, here or at a recipient. */
function identifiersOf(workspace: ConnectedWorkspace): string[] {
  const { slug, ownerEmail, contactIds, tokens, mediaIds, fileIds } = workspace;
  const { metaUserId, wabaId, phoneNumberId, pageId } = workspace;
  return [
    ...[slug, ownerEmail, "Zoë Kundin", "17012345", metaUserId, wabaId, phoneNumberId, pageId],
    ...[...contactIds, ...Object.values(tokens), ...mediaIds, ...Object.values(fileIds).flat()],
  ];
}

type Place = { table: string; row: string };

/** Every row of the database that names one of these: jobs, mails and dead letters, too. */
async function placesWith(db: Db, identifiers: readonly string[]): Promise<Place[]> {
  const tables = z.array(z.object({ place: z.string(), table: z.string() })).parse(
    await db.execute(sql`
      select format('%I.%I', table_schema, table_name) as place, table_name as "table"
      from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`),
  );
  const Row = z.array(z.object({ row: z.string() }));
  const found: Place[] = [];
  for (const { place, table } of tables) {
    const rows = Row.parse(
      await db.execute(sql`
      select t::text as row from ${sql.raw(place)} t
      where exists (select from unnest(${sql.param([...identifiers])}::text[]) one
        where strpos(t::text, one) > 0) limit 3`),
    );
    for (const { row } of rows) found.push({ table, row });
  }
  return found;
}
