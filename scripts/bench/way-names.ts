export const wayNames = [
  "cascade",
  "floor",
  "floor, keys on",
  "orm",
  "ours",
  "engine alone",
  "checks on",
] as const;

/** A way to delete a workspace. */
export type WayName = (typeof wayNames)[number];
