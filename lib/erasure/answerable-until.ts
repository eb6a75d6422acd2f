import { daysAfter } from "./calendar";

/** Long enough for somebody on holiday; a deadline does not wait for it. */
const answerableDays = 14;

/** Until when a question that is asked now can be answered by its link. */
export function answerableUntil(askedAt: Date): Date {
  return daysAfter(askedAt, answerableDays);
}
