/** So many tries in a span of time. `name` keeps the counts of two limits apart. */
export type Limit = { name: string; tries: number; seconds: number };
