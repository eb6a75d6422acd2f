import { randomBytes } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { type PageCopies, pageCopies } from "./page-copies";

const page = { path: "/data-deletion", language: "en" };

/** What the app renders: by default the same for everybody, with a nonce of its own each time. */
type Rendering = {
  status?: number;
  headers?: Record<string, string>;
  body?: (turn: number) => string;
};

let turns: number;
beforeEach(() => {
  turns = 0;
});

test("whoever comes after the first gets the page byte for byte, with a nonce of their own and what it says of itself", async () => {
  const serve = pageCopies(async () => rendered({}));
  expect(serve(page, "first")).toBeNull();

  const [one, other] = [await copied(serve, "one"), await copied(serve, "other")];
  const expected = (nonce: string) => `<p>é</p><script nonce="${nonce}">x="${nonce}"</script>`;
  expect(await one.text()).toBe(expected("one"));
  expect(await other.text()).toBe(expected("other"));
  expect([...one.headers.keys()].toSorted()).toEqual(["cache-control", "content-type"]);
  expect(one.headers.get("cache-control")).toBe("no-store");
  expect(turns).toBe(2);
});

test("each language and each address is a page of its own", async () => {
  const serve = pageCopies(async ({ path, language }) =>
    rendered({ body: () => `${language} ${path} NONCE` }),
  );
  for (const one of [page, { ...page, language: "ar" }, { ...page, path: "/ar/data-deletion" }]) {
    await copied(serve, "n", one);
  }
  for (const one of [page, { ...page, language: "ar" }, { ...page, path: "/ar/data-deletion" }]) {
    const answer = await copied(serve, "n", one);
    expect(await answer.text()).toBe(`${one.language} ${one.path} n`);
  }
});

test.for<[what: string, Rendering]>([
  ["differs from reader to reader", { body: (turn) => `reader ${turn} NONCE` }],
  ["sets a cookie", { headers: { "set-cookie": "a=b" } }],
  ["is no page", { headers: { "content-type": "application/json" } }],
  ["has failed", { status: 503 }],
  ["has no nonce", { headers: { "content-security-policy": "default-src 'none'" } }],
])("what %s is copied for nobody", async ([_what, rendering]) => {
  const serve = pageCopies(async () => rendered(rendering));
  serve(page, "n");
  await vi.waitFor(() => expect(turns).toBe(2));
  await new Promise((resolve) => setImmediate(resolve));
  expect(serve(page, "n")).toBeNull();
  expect(turns, "and not looked at again at once").toBe(2);
});

test("where this process cannot be asked, each reader's is rendered", async () => {
  const serve = pageCopies(() => Promise.reject(new TypeError("fetch failed")));
  expect(serve(page, "n")).toBeNull();
  await new Promise((resolve) => setImmediate(resolve));
  expect(serve(page, "n")).toBeNull();
});

function rendered({ status = 200, headers, body = () => html }: Rendering): Response {
  turns += 1;
  const nonce = randomBytes(18).toString("base64");
  return new Response(body(turns).replaceAll("NONCE", nonce), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": `script-src 'nonce-${nonce}'`,
      "x-request-id": "somebody's",
      ...headers,
    },
  });
}

const html = `<p>é</p><script nonce="NONCE">x="NONCE"</script>`;

async function copied(serve: PageCopies, nonce: string, which = page): Promise<Response> {
  return await vi.waitFor(() => serve(which, nonce) ?? expect.unreachable());
}
