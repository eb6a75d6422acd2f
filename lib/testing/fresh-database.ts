import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/** A migrated database of a test's own, copied from the one that all are. */
export type FreshDatabase = { name: string; url: string; drop(): Promise<void> };

/** @param templateUrl another to copy, with nobody connected to it. */
export async function createFreshDatabase(
  templateUrl: string = inject("templateUrl"),
): Promise<FreshDatabase> {
  const template = new URL(templateUrl);
  const name = `test_${randomBytes(6).toString("hex")}`;
  const onServer = async (work: (server: postgres.Sql) => Promise<unknown>) => {
    const server = postgres(new URL("/postgres", template).href, { max: 1, onnotice: () => {} });
    try {
      await work(server);
    } finally {
      await server.end();
    }
  };
  await onServer(
    (server) =>
      server`create database ${server(name)} template ${server(template.pathname.slice(1))}
        strategy file_copy`,
  );
  return {
    name,
    url: new URL(`/${name}`, template).href,
    drop: () => onServer((server) => server`drop database ${server(name)} with (force)`),
  };
}
