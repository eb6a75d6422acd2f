/**
 * How many milliseconds a body may take: the next bytes of any, and the whole of one that is read before it is
 * answered. Whoever sends more slowly holds nothing of ours meanwhile but a connection.
 */
export const bodyPatience = { nextBytes: 15_000, whole: 30_000 };
