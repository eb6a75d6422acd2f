import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { DemoError } from "./demo-error";

const DemoKeys = z.object({
  masterKey: z.base64(),
  metaAppSecret: z.string().min(1),
  whatsappAppSecret: z.string().min(1),
  whatsappVerifyToken: z
    .string()
    .min(1)
    .default(() => randomBytes(16).toString("hex")),
  resendWebhookSecret: z.string().min(1),
  password: z.string().min(1),
  appRolePassword: z.string().min(8).default(newPassword),
  workerRolePassword: z.string().min(8).default(newPassword),
});
export type DemoKeys = z.infer<typeof DemoKeys>;

/**
 * The demo's secrets: made at the first start, kept beside the data they open.
 *
 * @throws {DemoError} when the file is there but can't be understood: new keys would not open the data.
 */
export async function demoKeys(dataFolder: string): Promise<DemoKeys & { areNew: boolean }> {
  const file = path.join(dataFolder, "keys.json");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept !== null) return { ...parseKeys(kept, file), areNew: false };

  const keys = makeKeys();
  await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return { ...keys, areNew: true };
}

function parseKeys(text: string, file: string): DemoKeys {
  try {
    return DemoKeys.parse(JSON.parse(text));
  } catch (error) {
    throw new DemoError(`${file} is damaged. Start over with: npm run demo -- --fresh`, {
      cause: error,
    });
  }
}

function newPassword(): string {
  return randomBytes(18).toString("base64url");
}

function makeKeys(): DemoKeys {
  return {
    masterKey: randomBytes(32).toString("base64"),
    metaAppSecret: randomBytes(16).toString("hex"),
    whatsappAppSecret: randomBytes(16).toString("hex"),
    whatsappVerifyToken: randomBytes(16).toString("hex"),
    resendWebhookSecret: `whsec_${randomBytes(24).toString("base64")}`,
    password: randomBytes(9).toString("base64url"),
    appRolePassword: newPassword(),
    workerRolePassword: newPassword(),
  };
}
