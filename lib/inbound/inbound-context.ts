import type { ErasureContext } from "@/lib/erasure";
import type { MailReader } from "./mail-reader";
import type { InboundRules } from "./understand-mail";

/** What reading a mail needs, handed in. */
export type InboundContext = ErasureContext & { reader: MailReader; inbound: InboundRules };
