/**
 * Where a step has got to: the key of the last row it passed, without the fixed leading columns, or
 * the first block of the table that it has not been through.
 */
export type Cursor = { after: readonly string[] } | { block: number };
