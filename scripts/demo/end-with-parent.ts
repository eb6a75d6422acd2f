/**
 * Loaded before a child's own code (`node --import`): when the demo is gone, however it went, the
 * channel to it closes and the child ends, at the latest after five seconds.
 */
process.once("disconnect", () => {
  setTimeout(() => process.kill(process.pid, "SIGKILL"), 5_000).unref();
  process.kill(process.pid, "SIGTERM");
});
// Listening must not keep a process alive that has nothing left to do.
process.channel?.unref();

// A child's own children inherit its flags; what holds between them is not ours to change.
process.execArgv = process.execArgv.filter(
  (flag, at, flags) =>
    !isThisFile(flag) && !(flag === "--import" && isThisFile(flags[at + 1] ?? "")),
);

function isThisFile(flag: string): boolean {
  return flag === import.meta.filename;
}

export {};
