import { bundleScript, type ScriptEnd } from "./bundled-script";

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
export async function endOfWorker(
  environment: Partial<Record<string, string>>,
): Promise<ScriptEnd> {
  const worker = await bundleScript("scripts/worker.ts");
  try {
    return await worker.run([], { ...complete, ...environment });
  } finally {
    await worker.remove();
  }
}
