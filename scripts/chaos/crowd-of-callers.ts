import { setTimeout as pause } from "node:timers/promises";
import { callUntilTold, type Told } from "./call-as-meta";

const callersAtOnce = 4;
const pauseMilliseconds = 100;

/** Calls back about one person after another, each unknown here, until it is told to stop. */
export function crowdOfCallers(): { stop(): Promise<Told[][]> } {
  let people = 0;
  let isOver = false;
  const told: Told[][] = [];
  const calling = Promise.all(
    Array.from({ length: callersAtOnce }, async () => {
      while (!isOver) {
        people += 1;
        told.push(await callUntilTold(`7700${people}`));
        await pause(pauseMilliseconds);
      }
    }),
  );
  return {
    async stop() {
      isOver = true;
      await calling;
      return told;
    },
  };
}
