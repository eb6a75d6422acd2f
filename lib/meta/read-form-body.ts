import { readBody } from "@/lib/read-body";

/** What others allow for a callback's body: a signed request is a few hundred bytes. */
const maxBytes = 32 * 1024;

/**
 * Reads a form-urlencoded body of at most 32 KiB.
 *
 * What calls itself something else is read as a form all the same, and then lacks the field.
 *
 * @returns null when the body has more than that, announced or not.
 */
export async function readFormBody(request: Request): Promise<URLSearchParams | null> {
  const body = await readBody(request, maxBytes);
  return body === null ? null : new URLSearchParams(body.toString("utf8"));
}
