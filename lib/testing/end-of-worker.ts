import { execFile } from "node:child_process";
import { join } from "node:path";

const script = join(import.meta.dirname, "..", "..", "scripts", "worker.ts");

const complete = {
  DATABASE_URL: "postgres://lethe@localhost:1/nowhere",
  APP_URL: "https://crm.example.com",
  META_APP_SECRETS: "newest-secret",
  RESEND_API_KEY: "re_123",
  MAIL_FROM: "Privacy <privacy@example.com>",
  S3_BUCKET: "lethe-media",
  MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
};

/** How a worker in a process of its own ends by itself, and what it complains of. */
export function endOfWorker(
  environment: Partial<Record<string, string>>,
): Promise<{ code: number | null; errors: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", script],
      { env: { ...process.env, ...complete, ...environment } },
      (_error, _output, errors) => resolve({ code: child.exitCode, errors }),
    );
  });
}
