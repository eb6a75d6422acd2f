/** Of nothing that is there. */
export const shownId = "00000000-0000-4000-8000-000000000000";

/** Stands where an action would: the style page changes nothing, and shows what a refusal looks like. */
export function refuse<Code extends string>(code: Code): () => Promise<{ ok: false; code: Code }> {
  return async () => ({ ok: false, code });
}

export async function nothingHere(): Promise<undefined> {
  return undefined;
}
