import postgres from "postgres";
import { asRole } from "@/db/roles/as-role";
import { grantRoles } from "@/db/roles/grant-roles";
import { roleNames } from "@/db/roles/role-names";
import { EnvError, env } from "@/lib/env";

/**
 * `npm run db:roles`: makes the roles that application and worker run as, in the database at
 * DATABASE_URL, which is to be their owner's. Repeatable; to be run after each migration.
 */
async function makeRoles(): Promise<void> {
  const { DATABASE_URL, APP_ROLE_PASSWORD, WORKER_ROLE_PASSWORD } = env();
  const sql = postgres(DATABASE_URL, { max: 1, onnotice: () => {} });
  try {
    const missing = await grantRoles(sql, {
      app: { name: roleNames.app, password: APP_ROLE_PASSWORD },
      worker: { name: roleNames.worker, password: WORKER_ROLE_PASSWORD },
    });
    console.log("The roles are up to date. Start the processes with these as DATABASE_URL,");
    console.log("each with the role's password:");
    console.log(`  the app     ${asRole(DATABASE_URL, { name: roleNames.app })}`);
    console.log(`  the worker  ${asRole(DATABASE_URL, { name: roleNames.worker })}`);
    if (missing.length === 0) return;
    console.log("This role may not grant these; purges go on without, slower and less politely:");
    for (const statement of missing) console.log(`  ${statement}`);
  } finally {
    await sql.end();
  }
}

await makeRoles().catch((error: unknown) => {
  console.error(error instanceof EnvError ? error.message : error);
  process.exitCode = 1;
});
