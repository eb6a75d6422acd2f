/**
 * Where in a statement's life: its bytes are about to leave; they have left; its answer has come,
 * its transaction included where it has one of its own, and nobody has acted on it.
 */
export type Moment = "before" | "during" | "after";

/** A statement that goes by, counted from 1. */
export type Passing = { statement: number; text: string; moment: Moment };

/** What happens to a statement. Whatever goes the same way waits for `act`. */
export type Intervention = {
  at(passing: Passing): boolean;
  act(passing: Passing): Promise<void>;
};

/** Statements are only counted. */
export const noIntervention: Intervention = { at: () => false, act: async () => {} };
