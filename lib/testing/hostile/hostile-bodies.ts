import { setTimeout as pause } from "node:timers/promises";

/** A body that is sent without end, or stalls, or breaks off; and how much of it was asked for. */
export type HostileBody = { stream: ReadableStream<Uint8Array>; sentBytes: () => number };

const chunkBytes = 16 * 1024;

/** @param text repeated for ever. */
export function endlessBody(text = "a"): HostileBody {
  const chunk = Buffer.from(text.repeat(Math.ceil(chunkBytes / text.length)));
  return counted((controller) => controller.enqueue(chunk), chunk.length);
}

export function stalledBody(): HostileBody {
  return counted(() => new Promise<void>(() => {}), 0);
}

/** A byte now and then: always in time for the next, never for all. */
export function tricklingBody(milliseconds: number): HostileBody {
  return counted(async (controller) => {
    await pause(milliseconds);
    controller.enqueue(new Uint8Array(1).fill(97));
  }, 1);
}

export function brokenBody(): HostileBody {
  return counted((controller) => controller.error(new Error("reset by peer")), 0);
}

function counted(
  pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>,
  bytes: number,
): HostileBody {
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await pull(controller);
      sent += bytes;
    },
  });
  return { stream, sentBytes: () => sent };
}
