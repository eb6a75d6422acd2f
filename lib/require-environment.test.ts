import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const complete = {
  DATABASE_URL: "postgres://lethe@localhost:1/nowhere",
  APP_URL: "https://crm.example.com",
  META_APP_SECRETS: "newest-secret",
  RESEND_API_KEY: "re_123",
  MAIL_FROM: "Privacy <privacy@example.com>",
  S3_BUCKET: "lethe-media",
  MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
};

test("the worker ends at start when its policy profile is not there, and says which are", async () => {
  const { code, errors } = await startWorker({ ...complete, POLICY_PROFILE: "acme" });
  expect(code).toBe(1);
  expect(errors).toContain('POLICY_PROFILE is "acme", and there is no such policy profile.');
  expect(errors).not.toContain("    at ");
});

function startWorker(environment: Record<string, string>) {
  const script = join(import.meta.dirname, "..", "scripts", "worker.ts");
  return new Promise<{ code: number | null; errors: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", script],
      { env: { ...process.env, ...environment } },
      (_error, _output, errors) => resolve({ code: child.exitCode, errors }),
    );
  });
}
