import type { Fault } from "./faults";
import { noAnswers, type RequestAnswers } from "./request-answers";

/** Too many came in; it looks as if a machine had filled it in; or the challenge for those was not met. */
export type Obstacle = "too_many" | "machine" | "unchallenged";

/** Where the form stands, as the server answers it. */
export type RequestFormState =
  | { step: "asking" }
  | {
      step: "refused";
      answers: RequestAnswers;
      errors: Partial<Record<keyof RequestAnswers | "proof", Fault>>;
      /** Why it was not taken although no answer is at fault. */
      obstacle?: Obstacle;
    }
  | { step: "sent"; email: string };

export type RequestFormAction = (
  state: RequestFormState,
  form: FormData,
) => Promise<RequestFormState>;

/** What to fill the fields with: what was typed, when the server sent it back. */
export function answersIn(state: RequestFormState): RequestAnswers {
  return state.step === "refused" ? state.answers : noAnswers;
}
