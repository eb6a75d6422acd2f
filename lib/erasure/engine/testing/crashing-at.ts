import type { Executor, Transactor } from "../statements";
import { Crash } from "./memory-journal";

/**
 * A database whose client dies at certain statements, counted from 1 over all its transactions:
 * before the server has heard of them, and with it goes the transaction.
 */
export function crashingAt<TTx extends Executor>(
  database: Transactor<TTx> & Executor,
  statements: readonly number[],
): Transactor<TTx> & Executor {
  let sent = 0;

  async function send(to: Executor, query: Parameters<Executor["execute"]>[0]): Promise<unknown> {
    sent += 1;
    if (statements.includes(sent)) throw new Crash(`at statement ${sent}`);
    return await to.execute(query);
  }

  return {
    execute: (query) => send(database, query),
    transaction: (work) =>
      database.transaction((tx) =>
        work(
          new Proxy(tx, {
            get: (target, name) =>
              name === "execute"
                ? (query: Parameters<Executor["execute"]>[0]) => send(target, query)
                : Reflect.get(target, name),
          }),
        ),
      ),
  };
}
