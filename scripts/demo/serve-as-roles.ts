import postgres from "postgres";
import { asRole } from "@/db/roles/as-role";
import { grantRoles } from "@/db/roles/grant-roles";
import { roleNames } from "@/db/roles/role-names";
import type { DemoKeys } from "./demo-keys";

/** The database's address for each of the processes that serve. */
export type Served = { app: string; worker: string };

/** Makes the roles that serve, as `npm run db:roles` does, and gives each its own. Repeatable. */
export async function serveAsRoles(
  ownerUrl: string,
  keys: Pick<DemoKeys, "appRolePassword" | "workerRolePassword">,
): Promise<Served> {
  const app = { name: roleNames.app, password: keys.appRolePassword };
  const worker = { name: roleNames.worker, password: keys.workerRolePassword };
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await grantRoles(sql, { app, worker });
  } finally {
    await sql.end();
  }
  return { app: asRole(ownerUrl, app), worker: asRole(ownerUrl, worker) };
}

/** A database that was given is served as whoever its address names: it may let nobody make roles. */
export function ownerServes(url: string): Served {
  return { app: url, worker: url };
}
