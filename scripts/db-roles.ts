import { parseArgs } from "node:util";
import postgres from "postgres";
import { z } from "zod";
import { asRole } from "@/db/roles/as-role";
import { grantRoles } from "@/db/roles/grant-roles";
import { otherRoleNames, roleNames } from "@/db/roles/role-names";
import { EnvError, env } from "@/lib/env";

const Suffix = z
  .string()
  .regex(/^[a-z0-9]{1,20}$/, "--suffix must be 1 to 20 small letters and digits, as 2.");

/**
 * `npm run db:roles`: makes the roles that application and worker run as, in the database at
 * DATABASE_URL, which is to be their owner's. Repeatable; to be run after each migration.
 *
 * `-- --suffix 2` makes a second pair with names of their own, beside the first.
 */
async function makeRoles(): Promise<void> {
  const names = readNames();
  const { DATABASE_URL, APP_ROLE_PASSWORD, WORKER_ROLE_PASSWORD } = env();
  const sql = postgres(DATABASE_URL, { max: 1, onnotice: () => {} });
  try {
    const missing = await grantRoles(sql, {
      app: { name: names.app, password: APP_ROLE_PASSWORD },
      worker: { name: names.worker, password: WORKER_ROLE_PASSWORD },
    });
    console.log("The roles are up to date. Start the processes with these as DATABASE_URL,");
    console.log("each with the role's password:");
    console.log(`  the app     ${asRole(DATABASE_URL, { name: names.app })}`);
    console.log(`  the worker  ${asRole(DATABASE_URL, { name: names.worker })}`);
    if (missing.length === 0) return;
    console.log("This role may not grant these; purges go on without, slower and less politely:");
    for (const statement of missing) console.log(`  ${statement}`);
  } finally {
    await sql.end();
  }
}

function readNames(): { app: string; worker: string } {
  const { values } = parseArgs({ options: { suffix: { type: "string" } } });
  return values.suffix === undefined ? roleNames : otherRoleNames(Suffix.parse(values.suffix));
}

await makeRoles().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});

/** What the command line or the environment lacks is said in a sentence; all else whole. */
function messageOf(error: unknown): unknown {
  if (error instanceof EnvError) return error.message;
  return error instanceof z.ZodError
    ? error.issues.map(({ message }) => message).join("\n")
    : error;
}
