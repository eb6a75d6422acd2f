import fc from "fast-check";
import { hostileText } from "./hostile-text";
import { hostileValue } from "./hostile-value";

/** What is well-formed, with one thing of it spoiled: exchanged, left out, added, or put into something else. */
export function spoiled(good: unknown, values = hostileValue): fc.Arbitrary<unknown> {
  const places = placesIn(good);
  return fc.oneof(
    { weight: 1, arbitrary: values },
    ...(places.length === 0
      ? [{ weight: 1, arbitrary: fc.constant<unknown>([good]) }]
      : [
          {
            weight: 4,
            arbitrary: fc
              .tuple(fc.constantFrom(...places), hostileText)
              .map(([place, text]) => withAt(good, place, text)),
          },
          {
            weight: 3,
            arbitrary: fc
              .tuple(fc.constantFrom(...places), values)
              .map(([place, value]) => withAt(good, place, value)),
          },
          {
            weight: 1,
            arbitrary: fc
              .tuple(fc.constantFrom(...places), fc.boolean())
              .map(([place, isWrapped]) =>
                withAt(good, place, isWrapped ? [valueAt(good, place)] : undefined),
              ),
          },
        ]),
  );
}

type Place = readonly string[];

function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return at.length === 0 ? [] : [at];
  const inside = Object.entries(value).flatMap(([name, part]) => placesIn(part, [...at, name]));
  return at.length === 0 ? inside : [at, ...inside];
}

function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((part, name) => Reflect.get(Object(part), name), value);
}

function withAt(value: unknown, [name, ...rest]: Place, spoil: unknown): unknown {
  if (name === undefined) return spoil;
  const part = withAt(Reflect.get(Object(value), name), rest, spoil);
  if (!Array.isArray(value)) return { ...Object(value), [name]: part };
  return value.with(Number(name), part);
}
