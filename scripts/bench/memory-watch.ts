const everyMilliseconds = 10;

/** Watches how far this process's resident memory grows until `stop`; in bytes. */
export function memoryWatch(): { stop(): number } {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, everyMilliseconds);
  return {
    stop() {
      clearInterval(timer);
      look();
      return most - before;
    },
  };
}
