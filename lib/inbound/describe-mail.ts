/** Characters of a mail that its request keeps, for the people who look at it. */
const kept = 1_000;

type Written = { subject: string; text?: string | undefined };

/** The beginning of a mail, as the description of the request that it has become. */
export function describeMail({ subject, text = "" }: Written): string {
  const written = [subject, text].map((part) => part.trim()).filter((part) => part !== "");
  return Array.from(written.join("\n\n")).slice(0, kept).join("");
}
