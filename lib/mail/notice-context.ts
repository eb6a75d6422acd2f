import type { ErasureRules } from "@/lib/erasure";
import type { MailContext } from "./mail-context";

/** What sending a notice needs, handed in; it is written in the name of the present profile. */
export type NoticeContext = MailContext & { rules: Pick<ErasureRules, "profile"> };
