/**
 * Numbers that regulators keep for fiction, so that none of ours can ring: the 555-01xx of every
 * North American area code, Ofcom's 07700 900xxx, and Arcep's 06 39 98 xx xx.
 */
const ranges = [
  { prefix: "+33639", first: 980_000, size: 10_000, digits: 6 },
  { prefix: "+447700", first: 900_000, size: 1_000, digits: 6 },
] as const;

const AREA_CODES = 800;
const LINES_PER_AREA_CODE = 100;

/** Persons below this have a number of their own. */
export const PHONE_CAPACITY =
  AREA_CODES * LINES_PER_AREA_CODE + ranges.reduce((sum, range) => sum + range.size, 0);

/** Spreads neighbouring persons over the ranges; has no divisor in common with the capacity. */
const STRIDE = 7919;

/** The fictional E.164 number of the n-th person. */
export function fictionalPhone(person: number): string {
  let slot = (person * STRIDE) % PHONE_CAPACITY;
  for (const { prefix, first, size, digits } of ranges) {
    if (slot < size) return prefix + String(first + slot).padStart(digits, "0");
    slot -= size;
  }
  const areaCode = 200 + Math.floor(slot / LINES_PER_AREA_CODE);
  const line = String(slot % LINES_PER_AREA_CODE).padStart(2, "0");
  return `+1${areaCode}55501${line}`;
}
