import fc from "fast-check";

/** How a purge goes: in what batches, by what role, and where it is interrupted. */
export const anyInterruptions = fc.record({
  maxRows: fc.integer({ min: 1, max: 5 }),
  /** Transactions that die before their commit, statements that die before they are sent. */
  crashesAt: moments(40, 4),
  diesAt: moments(150, 8),
  /** Held, and released again. */
  stopsAt: moments(40, 3),
  isCounted: fc.boolean(),
  /** Whether PostgreSQL looks at every reference itself, because the role may not leave that out. */
  isChecked: fc.boolean(),
});

function moments(max: number, maxLength: number): fc.Arbitrary<number[]> {
  return fc.uniqueArray(fc.integer({ min: 1, max }), { maxLength, size: "max" });
}
