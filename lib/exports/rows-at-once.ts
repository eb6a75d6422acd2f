/** So many rows are in memory at a time. */
export const rowsAtOnce = 1_000;
