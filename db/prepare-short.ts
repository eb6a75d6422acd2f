import type postgres from "postgres";

/** Longer texts carry lists of values, and hardly ever come again. */
const mostCharacters = 4_000;

/**
 * A driver that lets the server prepare every short statement with values.
 *
 * Otherwise each goes to the server twice, once to ask for the types of its values, and the next has
 * to wait for that answer. A statement that is known by then goes once, and several go together in
 * one packet. A connection forgets its statements when it ends, which the driver sees to at least
 * every hour, so that they do not pile up.
 */
export function prepareShort<T extends postgres.Sql | postgres.TransactionSql>(sql: T): T {
  return new Proxy(sql, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name === "unsafe") {
        return (text: string, values: unknown[] = [], options: object = {}) => {
          const prepare = values.length > 0 && text.length <= mostCharacters;
          return Reflect.apply(value, target, [text, values, { ...options, prepare }]);
        };
      }
      if (name !== "begin" && name !== "savepoint") return value;
      return (...args: unknown[]) => Reflect.apply(value, target, args.map(preparing));
    },
  });
}

/** The work that is done in a transaction, with a driver of the same kind. */
function preparing(arg: unknown): unknown {
  return typeof arg === "function" ? (tx: postgres.TransactionSql) => arg(prepareShort(tx)) : arg;
}
