/** Where all tombstones lie: apart from every subject's own files. */
export const tombstonePrefix = "tombstones/";

/** Where one lies: in the order in which a store lists them. */
export function tombstoneKey(sequence: number): string {
  return `${tombstonePrefix}${String(sequence).padStart(12, "0")}`;
}
