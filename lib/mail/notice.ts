import type { ReactElement } from "react";
import type { Language } from "@/lib/i18n/languages";

/** A mail about no request, as its row owes it. */
export type Notice = {
  to: string;
  language: Language;
  subject: string;
  template: ReactElement;
  /** After this it would be of no use to anybody. */
  usefulUntil: Date;
  /** Writes what became of it to its row, and destroys the secret that it carried. */
  record(outcome: "sent" | "failed"): Promise<void>;
};
