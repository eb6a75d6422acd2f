import { once } from "node:events";
import { createServer } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostileText } from "@/lib/testing/hostile/hostile-text";
import { contentDisposition } from "./content-disposition";

/** Says what it is told to, as a file's route does. */
let said = "";
const server = createServer((_request, response) => {
  response.setHeader("content-disposition", said).end();
});
let url: string;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => server.close());

const name = fc.oneof(
  hostileText,
  fc.constantFrom(
    "photo\u202egpj.exe",
    'a"; filename="b.exe',
    "a\r\nSet-Cookie: a=b",
    "\u2028\u2029",
    "....//....//etc",
    "C:\\windows\\system32",
    ".htaccess",
    "a".repeat(10_000),
    "\u{1f600}".repeat(10_000),
    `${"नमस्ते".repeat(2_000)}.pdf`,
  ),
);

test("whatever a file is called, its header is one that every client reads, and its name one step of a path", async () => {
  await fc.assert(
    fc.asyncProperty(name, async (fileName) => {
      said = contentDisposition("attachment", fileName);
      expect(said.length).toBeLessThan(2_000);
      const response = await fetch(url);
      expect([...response.headers.keys()].sort()).toEqual(
        ["connection", "content-disposition", "content-length", "date", "keep-alive"].filter(
          (key) => response.headers.has(key),
        ),
      );
      const heard = response.headers.get("content-disposition") ?? "";
      if (heard === "attachment") return;
      const [, plain, encoded] =
        /^attachment; filename="([A-Za-z0-9 ._-]*)"; filename\*=UTF-8''([\w.~!$&+%-]*)$/.exec(
          heard,
        ) ?? expect.unreachable(heard);
      const decoded = decodeURIComponent(encoded ?? "");
      for (const one of [plain ?? "", decoded]) {
        expect(one).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069/\\:]/u);
        expect(one).not.toMatch(/^\./);
      }
    }),
    { numRuns: 300 },
  );
});

test("a name that is one stays, and a long one keeps how it ends", () => {
  const nameIn = (fileName: string) =>
    decodeURIComponent(contentDisposition("inline", fileName).split("''")[1] ?? "");
  for (const plain of ["Rechnung März.pdf", "नमस्ते.png", "(1) it's, 100 %.csv"]) {
    expect(nameIn(plain)).toBe(plain);
  }
  const long = nameIn(`${"long ".repeat(100)}.pdf`);
  expect(long).toMatch(/^long long .*….*\.pdf$/);
  expect([...long]).toHaveLength(120);
});
