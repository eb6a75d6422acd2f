import fc from "fast-check";
import { canary, hostileText } from "./hostile-text";

/** Whatever a browser can send to a server action in place of what it should: every kind that the protocol knows. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      undefined,
      null,
      true,
      false,
      0,
      -0,
      -1,
      0.5,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      2 ** 53,
      1e308,
      10n ** 40n,
      Symbol.for(canary),
      new Date(Number.NaN),
      new Date(8.64e15),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<() => unknown>(
        () => [],
        () => ({}),
        () => Object.create(null),
        () => new Map([[canary, canary]]),
        () => new Set([canary]),
        () => new Uint8Array(3),
        () => new FormData(),
        () => new Blob([canary]),
        () => Array.from({ length: 20_000 }, () => "00000000-0000-7000-8000-000000000000"),
        () => Array.from({ length: 20_000 }, (_, at) => at),
        () => nested(5_000),
        () => circle(),
        () => JSON.parse('{"__proto__":{"isOperator":true},"constructor":{"prototype":{}}}'),
        () => JSON.parse('{"then":1,"toString":1,"toJSON":1}'),
        () => (): string => canary,
      )
      .map((make) => make()),
  },
  { weight: 1, arbitrary: fc.anything({ maxDepth: 2, withBigInt: true, withDate: true }) },
);

/** The same of what JSON can say. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(null, true, false, 0, -1, 0.5, 1e308, 2 ** 53, [], {}),
  },
  { weight: 1, arbitrary: fc.constantFrom(10, 500, 3_000).map(nested) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** Lists in lists, so deep that whoever goes down by calling himself does not come back. */
export function nested(depth: number): unknown {
  let value: unknown = canary;
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { value };
  return value;
}

function circle(): unknown {
  const self: Record<string, unknown> = { name: canary };
  self.self = self;
  return self;
}
