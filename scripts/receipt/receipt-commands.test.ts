import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe } from "vitest";
import { type Receipt, receiptStatement } from "@/lib/erasure";
import { publishedKeys } from "@/lib/receipts";
import { test as erasureTest, expect } from "@/lib/testing/erasure-test";
import { verifyCommand } from "./verify-command";

const root = join(import.meta.dirname, "../..");

/** A receipt and the published keys as somebody keeps them. */
const test = erasureTest.extend<{ folder: string; issuer: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  issuer: async ({}, use) => {
    let keys = "";
    const server = createServer((request, response) => {
      response.statusCode = request.url === "/.well-known/jwks.json" ? 200 : 404;
      if (request.method === "PUT") request.on("data", (chunk) => (keys += chunk));
      response.end(request.method === "PUT" ? "" : keys);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    await use(`http://127.0.0.1:${port}`);
    server.close();
  },

  folder: async ({ db, system, issuer }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "lethe-receipt-"));
    const { jws } = await db.transaction((tx) => system.receipts.sign(tx, receiptOf(issuer)));
    const keys = JSON.stringify(await publishedKeys(db));
    await fetch(`${issuer}/.well-known/jwks.json`, { method: "PUT", body: keys });
    await writeFile(join(folder, "receipt.jws"), `${jws}\n`);
    await writeFile(join(folder, "altered.jws"), jws.replace(/\.(.)/, ".x"));
    await writeFile(join(folder, "jwks.json"), keys);
    await writeFile(join(folder, "none.json"), JSON.stringify({ keys: [] }));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

describe("npm run receipt:verify", () => {
  test("tells valid, altered, unknown and unreadable apart, with keys kept or asked for", async ({
    folder,
    issuer,
  }) => {
    const at = (name: string) => join(folder, name);
    const keys = ["--keys", at("jwks.json")];
    expect(await said(at("receipt.jws"), ...keys)).toMatch(`VALID. ${issuer} asserts this`);
    expect(await said(at("receipt.jws"))).toMatch(`Keys from ${issuer}/.well-known/jwks.json`);
    expect(await said(at("altered.jws"), ...keys)).toMatch(/^ALTERED/);
    expect(await said(at("receipt.jws"), "--keys", at("none.json"))).toMatch(/^UNKNOWN KEY/);
    expect(await said(at("jwks.json"))).toMatch(/^NOT A RECEIPT/);
    await expect(said(at("receipt.jws"), "--keys", at("nowhere"))).rejects.toThrow(/no keys/);
    await expect(said()).rejects.toThrow(/Name one file/);
  });

  test("is not needed: the documented command does with Node alone", async ({ folder }) => {
    const text = await readFile(join(root, "docs/receipts.md"), "utf8");
    const program = /node -e '([^']+)'/.exec(text)?.[1] ?? "";
    const run = promisify(execFile);

    const { stdout } = await run(process.execPath, ["-e", program], { cwd: folder });
    expect(stdout).toMatch(/^valid \{"version":1,/);

    await writeFile(join(folder, "receipt.jws"), await readFile(join(folder, "altered.jws")));
    await expect(run(process.execPath, ["-e", program], { cwd: folder })).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^altered/),
    });
  });
});

async function said(...commandLine: string[]): Promise<string> {
  const lines: string[] = [];
  const isValid = await verifyCommand(commandLine, (line) => lines.push(line));
  expect(isValid).toBe(lines[0]?.startsWith("VALID"));
  return lines.join("\n");
}

function receiptOf(issuer: string): Receipt {
  const at = "2026-11-22T12:00:00.000Z";
  return {
    version: 1,
    issuer,
    statement: receiptStatement,
    confirmationCode: "Abcdefghij0123456789",
    subject: "account",
    policy: { profile: "default", version: "1" },
    receivedAt: at,
    verifiedAt: at,
    startedAt: at,
    purgedAt: at,
    completedAt: at,
    erased: [],
    unlinked: [],
    mentioned: [],
    retained: [],
    record: { retention: "request_ledger", basis: null, until: null },
    recipients: [],
    backupsGoneBy: at,
  };
}
