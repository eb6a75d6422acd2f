import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe } from "vitest";
import { messages, storedObjects } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { workspaceSubject } from "@/lib/erasure";
import { storeObject } from "@/lib/files";
import { expect, test } from "@/lib/testing/files-test";
import { hostileText } from "@/lib/testing/hostile/hostile-text";
import { storable } from "@/lib/whatsapp/read-message";
import { safeCell } from "./safe-cell";
import { unzip } from "./testing/unzip";
import { writeExport } from "./write-export";
import { zipOf } from "./zip-of";

const formulas = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."=+-@'＝＋－＠;,\t\r\n \"|".split("")),
      fc.constantFrom("=cmd|' /C calc'!A0", "HYPERLINK", "1", "a"),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));
/** As the database holds it. */
const text = fc.oneof(formulas, hostileText.map(storable));

/** As README.txt says it. */
const unguarded = (cell: string) => cell.replace(/(?<=(?:^|[;\t\r\n]) *)'/g, "");

describe("a cell", () => {
  test("is no formula where cells end at commas, nor where they end at semicolons, and can be had back", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const csv = stringify([[one, other].map(safeCell)], { quoted_match: /[\r\n]/ });
        const [cells = []] = parse(csv, { relax_column_count: true, record_delimiter: "\n" });
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
        expect(cells.map(unguarded)).toEqual([one, other]);
        for (const piece of [one, other]
          .map(safeCell)
          .join("\n")
          .split(/[;\t\r\n]/)) {
          expect(piece).not.toMatch(/^ *[=+\-@＝＋－＠]/);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("an entry of a zip", () => {
  const path = fc.oneof(
    text,
    text.map((one) => `files/${one}`),
    fc.constantFrom(
      "../evil",
      "files/../../evil",
      "..\\evil",
      "/etc/passwd",
      "C:evil",
      "files//x",
      "files/.bashrc",
      "files/photo\u202egpj.exe",
      "files/a\0.png",
      "messages/messages.csv",
      `files/${newId()}.png`,
      "n".repeat(70_000),
    ),
  );

  test("lies below where it is unpacked, under a plain name, or there is no zip", async () => {
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(path, async (one) => {
        const entry = { path: one, body: bytesOf("content") };
        const zipped = await buffer(zipOf(entries(entry), new Date())).catch(() => null);
        outcomes.add(zipped === null ? "refused" : "made");
        if (zipped === null) return;
        const [[name, content] = expect.unreachable("It is empty.")] = [...(await unzip(zipped))];
        expect([name, content]).toEqual([one, "content"]);
        expect(name).toMatch(/^(?!.{201})[A-Za-z0-9_][\w.-]*(\/[A-Za-z0-9_][\w.-]*)*$/);
      }),
      { numRuns: 200 },
    );
    expect([...outcomes].sort()).toEqual(["made", "refused"]);
  });
});

test("whatever customers have sent, and say that it is, an export's names are ours and its cells run nothing", async ({
  db,
  files,
  workspace,
}) => {
  const { id: workspaceId } = await workspace();
  const sent = fc.sample(text, { numRuns: 60, seed: 7 });
  const [{ id: messageId } = expect.unreachable("There is no message.")] = await db
    .select({ id: messages.id })
    .from(messages)
    .where(eq(messages.workspaceId, workspaceId));
  await db
    .update(messages)
    .set({ body: sent.join(";") })
    .where(eq(messages.id, messageId));
  const types = ["image/exe", "application/lnk", "image/png/../../x", "audio/ogg; codecs=opus"];
  for (const mimeType of [...types, ...sent.map((one) => `image/${one}`)]) {
    const { id } = await storeObject(files, {
      owner: { workspaceId, contactId: null, purpose: "media" },
      mimeType: "image/png",
      body: bytesOf("a photo"),
    });
    await db.update(storedObjects).set({ mimeType }).where(eq(storedObjects.id, id));
  }

  const nothing = async () => {};
  const zip = await unzip(
    await writeExport(
      db,
      workspaceSubject(workspaceId),
      { takenAt: new Date(), files, onPlanned: nothing, onParts: nothing },
      buffer,
    ),
  );

  const names = [...zip.keys()].filter((name) => name.startsWith("files/"));
  expect(names).toHaveLength(types.length + sent.length);
  for (const name of names) expect(name).toMatch(/^files\/[0-9a-f-]{36}(\.ogg|\.png)?$/);
  expect(names.filter((name) => name.endsWith(".ogg"))).toHaveLength(1);
  for (const [name, csv] of zip) {
    if (!name.endsWith(".csv")) continue;
    for (const piece of csv.split(/[;\t\r\n]/)) expect(piece, name).not.toMatch(/^ *"?[=+@＝＋＠]/);
  }
  const inCsv: Record<string, string>[] = parse(zip.get("messages/messages.csv") ?? "", {
    bom: true,
    columns: true,
  });
  const line = inCsv.find(({ id }) => id === messageId);
  expect(unguarded(line?.body ?? "")).toBe(sent.join(";"));
});

async function* bytesOf(content: string) {
  yield Buffer.from(content);
}

async function* entries<Entry>(...all: Entry[]) {
  yield* all;
}
