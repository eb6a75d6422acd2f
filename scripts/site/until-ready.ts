import type { Child } from "../demo/child";
import { poll } from "../demo/poll";

/** Waits until a worker has said that it is ready. @throws with what it said instead. */
export async function untilReady(worker: Pick<Child, "lastWords">): Promise<void> {
  const said = async () => (await worker.lastWords()).includes("The worker is ready.");
  if (!(await poll(said, 120_000))) throw new Error(await worker.lastWords());
}
