/** When all of it happened. */
export const past = new Date("2026-01-15T09:30:00Z");

/** The id of a thing by its number: the same in every workspace, as only its key tells them apart. */
export function idOf(kind: string, at: number): string {
  const hex = Buffer.from(kind.padEnd(6, "_").slice(0, 6)).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-${String(at).padStart(12, "0")}`;
}

export function phone(at: number): string {
  return `+4915${String(at).padStart(8, "0")}`;
}

/** Stands for the keyed digest of a phone number. */
export function phoneDigest(at: number): string {
  return `digest of phone ${at}`;
}

/** Stands for the keyed digest of an e-mail address. */
export function addressDigest(at: number): string {
  return `digest of address ${at}`;
}
