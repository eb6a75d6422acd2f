import fc from "fast-check";

const week = 7 * 24 * 60 * 60;

/** By their numbers: whoever is erased, who stays, and who has never written before. */
export const people = {
  leaving: "15550000000",
  staying: "15550000001",
  newcomer: "447700900123",
} as const;

/** Whose number something came to: that of the erasure, one that goes on beside it, or nobody's here. */
export type Number = "mine" | "live" | "nobodys";

/** A message, so many seconds before or after the moment of the deletion. */
export type Written = { to: Number; from: string; seconds: number; group: string | undefined };

/** What became of a message that one of the two had sent to a contact, or that nobody here knows. */
export type Reported = {
  to: Number;
  about: { sender: "mine" | "live"; contact: number } | null;
  status: "sent" | "delivered" | "read" | "failed";
};

export type Traffic = {
  sent: (Written | Reported)[];
  /** Each of some of that, by its place: in any order, some more than once. */
  deliveries: number[][];
  lanes: number;
  erased: "contact" | "workspace";
};

const number = fc.constantFrom<Number>("mine", "mine", "live", "nobodys");

const written: fc.Arbitrary<Written> = fc.record({
  to: number,
  from: fc.constantFrom(...Object.values(people)),
  seconds: fc.oneof(fc.integer({ min: -week, max: -1 }), fc.integer({ min: 1, max: 3_600 })),
  group: fc.constantFrom(undefined, undefined, "group-1"),
});

const reported: fc.Arbitrary<Reported> = fc.record({
  to: number,
  about: fc.option(
    fc.record({ sender: fc.constantFrom("mine", "live"), contact: fc.nat({ max: 1 }) }),
    { freq: 6 },
  ),
  status: fc.constantFrom("sent", "delivered", "read", "failed"),
});

export const anyTraffic: fc.Arbitrary<Traffic> = fc
  .array(fc.oneof({ weight: 3, arbitrary: written }, { weight: 2, arbitrary: reported }), {
    minLength: 4,
    maxLength: 14,
    size: "max",
  })
  .chain((sent) =>
    fc.record({
      sent: fc.constant(sent),
      deliveries: fc.array(
        fc.array(fc.nat({ max: sent.length - 1 }), { minLength: 1, maxLength: 5, size: "max" }),
        { minLength: 2, maxLength: 9, size: "max" },
      ),
      lanes: fc.integer({ min: 1, max: 4 }),
      erased: fc.constantFrom("contact", "contact", "workspace"),
    }),
  );

/** Somebody has come back by their own act when their words from before arrive. */
export const backBeforeTheLate: Traffic = {
  sent: [
    { to: "mine", from: people.leaving, seconds: 1, group: undefined },
    { to: "mine", from: people.leaving, seconds: -1, group: undefined },
  ],
  deliveries: [[0], [0]],
  lanes: 1,
  erased: "contact",
};
