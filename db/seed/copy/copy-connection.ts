import { once } from "node:events";
import { connect } from "node:net";
import postgres from "postgres";

/**
 * One connection to where `sql` leads, that does not hold small packets back.
 *
 * COPY ends with a small packet after a large one. Nagle's algorithm keeps it until the large one
 * is acknowledged, some 40 ms later, which is more than most of the copies here take.
 */
export function copyConnection(sql: postgres.Sql): postgres.Sql {
  const { host, port, path } = sql.options;
  const address =
    typeof path === "string" && path !== ""
      ? { path }
      : { host: host[0] ?? "localhost", port: port[0] ?? 5432, noDelay: true };

  async function socket() {
    const connected = connect(address);
    await once(connected, "connect");
    return connected;
  }

  return postgres(asOptions({ ...sql.options, max: 1, socket }));
}

/** Options that postgres.js has parsed may be given to it again; its types do not say so. */
function asOptions(parsed: object): postgres.Options<Record<string, never>> {
  return parsed;
}
