import { promiseHooks } from "node:v8";

/** Counts what goes on that was awaited, in the whole process, before it does. */
export function countAwaits(each: (count: number) => void): { stop(): number } {
  let count = 0;
  const unhook = promiseHooks.onBefore(() => {
    count += 1;
    each(count);
  });
  return {
    stop() {
      unhook();
      return count;
    },
  };
}
