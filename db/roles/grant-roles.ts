import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";
import { appPrivileges } from "./app-privileges";

/** A role as it is called, and the password it signs in with; without one, that is set elsewhere. */
export type LoginRole = { name: string; password?: string | undefined };

/**
 * Makes the two roles that serve, or brings them up to date: the application's and the worker's.
 * Repeatable, and to be repeated after each migration: a table of which a role was not told is closed to it.
 *
 * Neither owns anything, so neither can disable a trigger, change a table or empty one. The worker
 * alone may delete what a purge deletes, and leave out the referential checks as it does.
 *
 * @param sql a connection of the tables' owner, who may create roles.
 * @returns what the owner was not entitled to grant, as the statements that somebody else has to run.
 */
export async function grantRoles(
  sql: postgres.Sql,
  { app, worker }: { app: LoginRole; worker: LoginRole },
): Promise<string[]> {
  return await sql.begin(async (tx) => {
    for (const role of [app, worker]) {
      await createRole(tx, role);
      await admit(tx, role.name);
    }
    const [theApp, theWorker] = [tx(app.name), tx(worker.name)];
    await tx`grant select, insert, update on all tables in schema public to ${theApp}`;
    await tx`grant select, insert on all tables in schema pgboss to ${theApp}`;
    for (const table of appPrivileges.deletes) {
      await tx`grant delete on ${nameOf(tx, table)} to ${theApp}`;
    }
    for (const table of appPrivileges.onlyAddsTo) {
      await tx`revoke update on ${nameOf(tx, table)} from ${theApp}`;
    }
    for (const { table } of appPrivileges.changesOnly) {
      await tx`revoke update on ${nameOf(tx, table)} from ${theApp}`;
    }
    for (const { table, name } of appPrivileges.changesOnly) {
      await tx`grant update (${tx(name)}) on ${nameOf(tx, table)} to ${theApp}`;
    }
    for (const table of appPrivileges.onlyReads) {
      await tx`revoke insert, update on ${nameOf(tx, table)} from ${theApp}`;
    }
    for (const { table, name } of appPrivileges.neverSees) {
      const seen = Object.values(getTableColumns(table)).filter((column) => column.name !== name);
      await tx`revoke all on ${nameOf(tx, table)} from ${theApp}`;
      await tx`grant select (${tx(seen.map((column) => column.name))}) on ${nameOf(tx, table)} to ${theApp}`;
    }
    await tx`grant select, insert, update, delete on all tables in schema public, pgboss to ${theWorker}`;
    await letReadEverything(tx, worker.name);
    return await grantToPurge(tx, worker.name);
  });
}

/** What is left of somebody is looked for everywhere; a table that cannot be read is not clean. */
async function letReadEverything(tx: postgres.TransactionSql, worker: string): Promise<void> {
  const schemas = await tx<{ name: string }[]>`
    select nspname as name from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema'`;
  for (const { name } of schemas) {
    await tx`grant usage on schema ${tx(name)} to ${tx(worker)}`;
    await tx`grant select on all tables in schema ${tx(name)} to ${tx(worker)}`;
  }
}

async function createRole(tx: postgres.TransactionSql, { name, password }: LoginRole) {
  const [known] = await tx`select from pg_roles where rolname = ${name}`;
  if (known === undefined) await tx`create role ${tx(name)} login`;
  if (password === undefined) return;
  // No statement takes a password as a parameter: the server quotes it.
  const [statement] = await tx<
    { text: string }[]
  >`select format('alter role %I password %L', ${name}::text, ${password}::text) as text`;
  await tx.unsafe(statement?.text ?? "");
}

/** Into the database, and to nothing in it but what is granted after this. */
async function admit(tx: postgres.TransactionSql, name: string): Promise<void> {
  const role = tx(name);
  const [database] = await tx<{ name: string }[]>`select current_database() as name`;
  await tx`grant connect on database ${tx(database?.name ?? "")} to ${role}`;
  await tx`revoke create on schema public from public`;
  await tx`revoke all on all tables in schema public, pgboss from ${role}`;
  await tx`grant usage on schema public, pgboss to ${role}`;
  await tx`grant usage on all sequences in schema public, pgboss to ${role}`;
}

/** What makes a purge fast, and polite: both are the server's to give, and a purge works without. */
async function grantToPurge(tx: postgres.TransactionSql, worker: string): Promise<string[]> {
  const [may] = await tx<{ parameter: boolean; stats: boolean }[]>`select
    has_parameter_privilege('session_replication_role', 'set with grant option') as parameter,
    pg_has_role('pg_read_all_stats', 'member with admin option') as stats`;
  const missing: string[] = [];
  if (may?.parameter) {
    await tx`grant set on parameter session_replication_role to ${tx(worker)}`;
  } else missing.push(`grant set on parameter session_replication_role to "${worker}";`);
  if (may?.stats) await tx`grant pg_read_all_stats to ${tx(worker)}`;
  else missing.push(`grant pg_read_all_stats to "${worker}";`);
  return missing;
}

function nameOf(tx: postgres.TransactionSql, table: PgTable) {
  return tx(`public.${getTableName(table)}`);
}
