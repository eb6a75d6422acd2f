import type { LoginRole } from "./grant-roles";

/** The address of the same database, for somebody else. */
export function asRole(databaseUrl: string, { name, password = "" }: LoginRole): string {
  const url = new URL(databaseUrl);
  url.username = encodeURIComponent(name);
  url.password = encodeURIComponent(password);
  return url.href;
}
