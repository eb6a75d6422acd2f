/**
 * Where in a statement's life: its bytes are about to leave; they have left; its answer has come,
 * its transaction included where it has one of its own, and nobody has acted on it.
 */
export type Moment = "before" | "during" | "after";

/** What happens to a statement, counted from 1. Whatever goes the same way waits for `act`. */
export type Intervention = {
  at(statement: number, moment: Moment): boolean;
  act(statement: number, moment: Moment): Promise<void>;
};

/** Statements are only counted. */
export const noIntervention: Intervention = { at: () => false, act: async () => {} };
