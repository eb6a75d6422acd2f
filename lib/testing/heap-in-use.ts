import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export const megabyte = 1024 * 1024;

/** Bytes that something still leads to: what only waits to be collected does not count. */
export function heapInUse(): number {
  // The collector is there for who asks for it, in a context that is made afterwards.
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
  return process.memoryUsage().heapUsed;
}
