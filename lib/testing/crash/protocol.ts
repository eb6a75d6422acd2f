/** One message of PostgreSQL's wire protocol: its type, and the bytes after its length. */
export type Message = { type: string; body: Buffer; bytes: Buffer };

/**
 * Cuts a stream of bytes into the protocol's messages; what is not whole yet waits for the rest.
 *
 * @param hasStartup whether the first message is the one without a type, which opens a connection.
 */
export function messageReader({ hasStartup }: { hasStartup: boolean }) {
  let waiting: Buffer = Buffer.alloc(0);
  let isStartup = hasStartup;

  return function read(chunk: Buffer): Message[] {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    const messages: Message[] = [];
    for (;;) {
      const at = isStartup ? 0 : 1;
      if (waiting.length < at + 4) return messages;
      const end = at + waiting.readUInt32BE(at);
      if (waiting.length < end) return messages;
      const bytes = waiting.subarray(0, end);
      const type = isStartup ? "" : String.fromCharCode(bytes[0] ?? 0);
      messages.push({ type, body: bytes.subarray(at + 4), bytes });
      waiting = waiting.subarray(end);
      isStartup = false;
    }
  };
}

/** The zero-terminated texts at the start of a message's body. */
export function textsIn({ body }: Message, count: number): string[] {
  const texts: string[] = [];
  let from = 0;
  for (let at = 0; at < count; at++) {
    const end = body.indexOf(0, from);
    texts.push(body.toString("utf8", from, end));
    from = end + 1;
  }
  return texts;
}
