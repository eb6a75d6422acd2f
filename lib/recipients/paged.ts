/** Targets of one call row: few enough to hold and to seal at once. */
export const pageSize = 500;

/** Reads page after page, each from where the last one ended, until one is empty. */
export async function* paged<Row>(
  read: (after: Row | null, limit: number) => Promise<Row[]>,
): AsyncIterable<[Row, ...Row[]]> {
  let after: Row | null = null;
  for (;;) {
    const [first, ...more] = await read(after, pageSize);
    if (first === undefined) return;
    yield [first, ...more];
    if (more.length + 1 < pageSize) return;
    after = more.at(-1) ?? first;
  }
}
