/** A form's answer by its name; one that is not there is empty. */
export function answerIn(form: FormData, name: string): string {
  const answer = form.get(name);
  return typeof answer === "string" ? answer : "";
}
