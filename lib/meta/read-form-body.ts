import type { BodyFault } from "@/lib/capped-chunks";
import { readBody } from "@/lib/read-body";

/** What others allow for a callback's body: a signed request is a few hundred bytes. */
const maxBytes = 32 * 1024;

type FormRead = { ok: true; form: URLSearchParams } | { ok: false; code: BodyFault };

/**
 * Reads a form-urlencoded body of at most 32 KiB.
 *
 * What calls itself something else is read as a form all the same, and then lacks the field.
 */
export async function readFormBody(request: Request): Promise<FormRead> {
  const read = await readBody(request, maxBytes);
  return read.ok ? { ok: true, form: new URLSearchParams(read.body.toString("utf8")) } : read;
}
