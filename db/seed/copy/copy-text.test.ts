import { expect, test } from "@/lib/testing/database-test";
import { copyField, copyRow } from "./copy-text";

const awkward = [
  "plain",
  "",
  "\\N",
  "\\.",
  "tab\there",
  "line\nfeed\r\nand return",
  "C:\\temp\\new",
  "שלום, עולם",
  "مرحبا ‏بك",
  "नमस्ते 🙏🏽",
  "日本語\u2028separator",
  '{"a":"quote \\" and \\n"}',
];

test("an undefined value is refused, null is not", () => {
  expect(copyField(null)).toBe("\\N");
  expect(() => copyField(undefined)).toThrow(TypeError);
});

test("a NUL character is refused before the server refuses it", () => {
  expect(() => copyField("a\0b")).toThrow(/NUL/);
});

test("every awkward text comes back from the server as it went", async ({ sql }) => {
  await sql`create table awkward_texts (position integer, value text)`;
  const copy = await sql`copy awkward_texts (position, value) from stdin`.writable();
  const stored = new Promise<void>((resolve, reject) =>
    copy.on("error", reject).on("finish", resolve),
  );
  copy.end([...awkward, null].map((value, position) => copyRow([position, value])).join(""));
  await stored;

  const rows = await sql<
    { value: string | null }[]
  >`select value from awkward_texts order by position`;
  expect(rows.map((row) => row.value)).toEqual([...awkward, null]);
});
