import { createHook } from "node:async_hooks";

/**
 * What begins and ends within a process, and what asks nobody yet. Of every other kind it is taken that
 * somebody outside may notice.
 */
const within = new Set([
  ...["PROMISE", "Timeout", "Immediate", "TickObject", "Microtask", "DNSCHANNEL"],
  // Computed in a thread of the process's own.
  ...["RANDOMBYTESREQUEST", "HASHREQUEST", "PBKDF2REQUEST", "DERIVEBITSREQUEST", "CIPHERREQUEST"],
  ...["SIGNREQUEST", "VERIFYREQUEST"],
]);

export type OutsideCalls = {
  /** Whether any has begun, ended or been under way since this was last asked. */
  haveHappened(): boolean;
  stop(): void;
};

/**
 * Watches for all that a process waits for and that is not its own: files, names, connections that are
 * opened, calls over HTTP, other processes. What goes over a connection that is open, and what a process
 * does without waiting (`writeFileSync`), it does not see.
 */
export function watchOutsideCalls(): OutsideCalls {
  const underWay = new Set<number>();
  let isAnyNew = false;
  const hook = createHook({
    init(asyncId, type) {
      if (within.has(type)) return;
      underWay.add(asyncId);
      isAnyNew = true;
    },
    before: end,
    destroy: end,
  }).enable();

  function end(asyncId: number): void {
    if (underWay.delete(asyncId)) isAnyNew = true;
  }

  return {
    haveHappened() {
      const haveHappened = isAnyNew || underWay.size > 0;
      isAnyNew = false;
      return haveHappened;
    },
    stop() {
      hook.disable();
    },
  };
}
