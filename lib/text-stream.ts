/**
 * Text that is made while it is sent: asked for a part only when the reader has room for it.
 *
 * @param around what every part is made in; as it is, unless told otherwise.
 */
export function textStream(
  parts: AsyncGenerator<string>,
  around: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await around(() => parts.next());
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
