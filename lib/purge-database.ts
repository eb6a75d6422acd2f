import { type Connection, connect } from "@/db/client";
import { env } from "./env";
import { purgeApplicationName } from "./erasure";

/**
 * What a purging session may do to others, told to the server as it connects, so that no statement
 * pays for it. Times are in milliseconds.
 *
 * `lock_timeout`: a batch that waits for somebody's row keeps others waiting for its own; it is
 * rolled back and tried again, smaller. `idle_in_transaction_session_timeout`: a worker that hangs in
 * a batch loses its locks before it loses its lease (15 s). `statement_timeout`: counting and
 * verifying read a huge workspace's rows and take no locks, so they may take long; a batch's own
 * statements are given ten seconds by the engine.
 */
const sessionSettings = {
  application_name: purgeApplicationName,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  statement_timeout: 15 * 60_000,
};

/** Two runs, and a look at the load beside each. */
const sessions = 4;

let connection: Connection | undefined;

/** The worker's connections for purging, apart from those that mails and sweeps use. */
export function purgeDatabase(): Connection {
  connection ??= connectForPurges(env().DATABASE_URL);
  return connection;
}

/** @param settings other values, for tests. */
export function connectForPurges(
  url: string,
  settings: Partial<typeof sessionSettings> = {},
): Connection {
  const connection = { ...sessionSettings, ...settings };
  return connect(url, { max: sessions, prepares: true, connection });
}
