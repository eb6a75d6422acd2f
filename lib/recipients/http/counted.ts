import { count } from "@/lib/telemetry";
import type { Answer } from "./answer";
import type { Http } from "./create-http";

/** The same ways to recipients, whose answers are counted. */
export function counted(httpOf: (name: string) => Http): (name: string) => Http {
  return (recipient) => async (call) => {
    const answer = await httpOf(recipient)(call);
    count("lethe_recipient_answers_total", { recipient, answer: kindOf(answer) });
    return answer;
  };
}

function kindOf(answer: Answer): string {
  return answer.isAnswer ? `${Math.floor(answer.status / 100)}xx` : answer.code;
}
