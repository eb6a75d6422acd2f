/** What was wrong with an answer; what was written stays in the box. */
export type AnswerState = { fault: "missing" | "tooLong" | null; answer: string };

export type AnswerFormAction = (state: AnswerState, form: FormData) => Promise<AnswerState>;
