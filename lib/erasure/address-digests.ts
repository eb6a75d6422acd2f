import type { ErasureContext } from "./context";

/** The keyed digests of people's e-mail addresses, by which what was sent to them is found. */
export function addressDigests(
  { vault }: Pick<ErasureContext, "vault">,
  people: readonly { email: string }[],
): string[] {
  return people.map(({ email }) => vault.digest("email", email));
}
