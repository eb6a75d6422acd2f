/** What is under way may take this long to end, once a process has been told to stop. */
export const patienceMilliseconds = 25_000;

/** Told to stop, the process waits for nobody for ever: a client that never ends its request is cut off. */
export function endInTime(): void {
  process.once("SIGTERM", () => {
    setTimeout(() => process.exit(143), patienceMilliseconds).unref();
  });
}
