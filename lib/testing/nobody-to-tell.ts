import type { Recipients } from "@/lib/erasure/context";

/** An installation that gave no other system anything: what most tests are about. */
export const nobodyToTell: Recipients = { plan: async () => {} };
