import { randomBytes } from "node:crypto";
import { requestFiles } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { openObject } from "@/lib/files";
import { expect, test } from "@/lib/testing/files-test";
import { readProof } from "./read-proof";
import { proofMaxBytes } from "./schemas";
import { storeProof } from "./store-proof";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

test("a proof is what its bytes are, whatever it is called", async () => {
  const called = (bytes: Buffer, type: string) =>
    new File([new Uint8Array(bytes)], "deed.exe", { type });
  expect(await readProof(called(pdf, "text/html"))).toMatchObject({
    ok: true,
    proof: { mimeType: "application/pdf" },
  });
  const wrong = { ok: false, fault: "proof_wrong_type" };
  expect(await readProof(called(Buffer.from("<html>hi</html>"), "application/pdf"))).toEqual(wrong);
  expect(await readProof(called(Buffer.from(`MZ${"0".repeat(90)}`), "image/png"))).toEqual(wrong);
  const large = Buffer.concat([pdf, randomBytes(proofMaxBytes)]);
  expect(await readProof(called(large, "application/pdf"))).toEqual({
    ok: false,
    fault: "proof_too_large",
  });
  for (const none of [null, "text", new File([], "")]) {
    expect(await readProof(none)).toEqual({ ok: true, proof: null });
  }
});

test("a request takes three proofs, each encrypted at rest, and no more", async ({
  db,
  files,
  server,
}) => {
  const [requestId, other] = [newId(), newId()];
  const proof = { mimeType: "image/png", bytes: new Uint8Array(png) } as const;
  for (const isTaken of [true, true, true, false]) {
    expect(await storeProof(files, requestId, proof)).toBe(isTaken);
  }
  expect(await storeProof(files, other, proof)).toBe(true);
  expect(await storeProof(files, null, proof)).toBe(false);

  // One too many, and one for no request, take as long and are of nobody's request.
  const rows = await db.select().from(requestFiles);
  expect(rows).toHaveLength(6);
  const asked = [requestId, requestId, requestId, other];
  expect(rows.map(({ requestId: of }) => of).filter((of) => asked.includes(of))).toEqual(asked);
  for (const { id, requestId: owner } of rows) {
    const opened = await openObject(files, { requestId: owner, id });
    const bytes = opened === null ? [] : await opened.body.toArray();
    expect(Buffer.concat(bytes)).toEqual(png);
  }
  const stored = [...server.objects.under("requests/")];
  expect(stored).toHaveLength(6);
  for (const [, versions] of stored) {
    for (const { body } of versions) expect(body?.includes(png)).toBe(false);
  }
});
