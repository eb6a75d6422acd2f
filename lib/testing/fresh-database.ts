import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/** A migrated database of a test's own, copied from the one that all are. */
export type FreshDatabase = { name: string; url: string; drop(): Promise<void> };

/** One connection to each server makes and drops all; it ends by itself when nobody asks. */
const servers = new Map<string, postgres.Sql>();

/** @param templateUrl another to copy, with nobody connected to it. */
export async function createFreshDatabase(
  templateUrl: string = inject("templateUrl"),
): Promise<FreshDatabase> {
  const template = new URL(templateUrl);
  const name = `test_${randomBytes(6).toString("hex")}`;
  const server = serverOf(template);
  await server`create database ${server(name)} template ${server(template.pathname.slice(1))}
    strategy file_copy`;
  return {
    name,
    url: new URL(`/${name}`, template).href,
    async drop() {
      await server`drop database ${server(name)} with (force)`;
    },
  };
}

function serverOf(template: URL): postgres.Sql {
  const { href } = new URL("/postgres", template);
  const server =
    servers.get(href) ?? postgres(href, { max: 1, idle_timeout: 5, onnotice: () => {} });
  servers.set(href, server);
  return server;
}
