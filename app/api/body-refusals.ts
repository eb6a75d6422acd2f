import type { BodyFault } from "@/lib/capped-chunks";

/** What is answered about a body that was not read to its end. */
export const bodyRefusals: Record<BodyFault, { status: number; title: string }> = {
  body_too_long: { status: 413, title: "The body has more bytes than are read here." },
  body_too_slow: { status: 408, title: "The body took too long to come." },
  body_broken_off: { status: 400, title: "The body broke off." },
};
