import { Email } from "../schemas";
import type { SealedRequest } from "../sealed-request";

const mostRead = 20;

/**
 * The e-mail addresses that a requester wrote into their own words: into the description, or an answer
 * to a question. Whoever acts for somebody else names them so.
 */
export function writtenAddresses({ details, questions }: SealedRequest): string[] {
  const words = [details?.description, ...(questions ?? []).map(({ answer }) => answer)].join(" ");
  const found = (words.match(/[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g) ?? [])
    .slice(0, mostRead)
    .flatMap((word) => Email.safeParse(word.replace(/[.!?]+$/, "")).data ?? []);
  return [...new Set(found)];
}
