import { AsyncLocalStorage } from "node:async_hooks";
import { oncePerProcess } from "./once-per-process";

/** What every line says that is written during a piece of work. */
export type LogScope = { httpRequestId?: string; queue?: string; jobId?: string };

const storage = oncePerProcess("log-scope", () => new AsyncLocalStorage<LogScope>());

/** Does work whose log lines carry these fields, and those of the work around it. */
export function withinLog<Value>(scope: LogScope, work: () => Value): Value {
  return storage.run({ ...storage.getStore(), ...scope }, work);
}

/** The fields of the work under way; none outside of any. */
export function logScope(): LogScope {
  return storage.getStore() ?? {};
}
