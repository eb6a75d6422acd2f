import { useTranslations } from "next-intl";
import { ReceiptView } from "@/components/erasure/receipt/receipt-view";
import { RecipientOutcomes } from "@/components/erasure/receipt/recipient-outcomes";
import { ConfirmationCode } from "@/components/erasure/status/confirmation-code";
import { StatusErased } from "@/components/erasure/status/status-erased";
import { StatusExplanation } from "@/components/erasure/status/status-explanation";
import { StatusFacts } from "@/components/erasure/status/status-facts";
import { statusIn } from "@/components/erasure/status/status-fixture";
import { StatusProgress } from "@/components/erasure/status/status-progress";
import { StatusTimeline } from "@/components/erasure/status/status-timeline";
import { ClientWords } from "@/components/words/client-words";
import type { Receipt } from "@/lib/erasure/receipt";
import type { RequestState } from "@/lib/erasure/status";
import { deskMessages } from "../messages/desk-messages";
import { FormSpecimens } from "./form-specimens";
import { MessageSpecimens } from "./message-specimens";
import { Specimen } from "./specimen";

const areas = [
  "answer",
  "cancellation",
  "form",
  "receipt",
  "site",
  "status",
  "verification",
  "vocabulary",
] as const;
const states = Object.keys(deskMessages.states) as RequestState[];
const progress = [
  { category: "messages", planned: 12_480, done: 5_000 },
  { category: "contacts", planned: 431, done: 431 },
];
const outcomes = [
  { recipient: "meta", act: "deregister_number", done: 1, alreadyGone: 0, failed: 0, open: 0 },
  { recipient: "openai", act: "delete_files", done: 3, alreadyGone: 1, failed: 2, open: 0 },
].map((outcome) => ({ ...outcome, reason: null, lastAt: null }));

/** What the public reads of a request: its state, its facts, its end. */
export function ErasureSpecimens({ now }: { now: Date }) {
  const t = useTranslations("status.states");
  const purging = statusIn("purging", {
    progress,
    timeline: [
      { state: "unverified", at: new Date("2026-11-22T10:00:00Z") },
      { state: "verified", at: new Date("2026-11-22T10:20:00Z") },
      { state: "purging", at: new Date("2026-11-22T10:21:00Z") },
    ],
  });

  return (
    <ClientWords areas={areas}>
      <Specimen name="What each state means" isStacked>
        {states.map((state) => (
          <section key={state} aria-label={t(`${state}.label`)}>
            <StatusExplanation
              status={statusIn(
                state,
                state === "refused" ? { refusalReason: "not_authorised" } : {},
              )}
              privacyEmail="privacy@example.test"
            />
          </section>
        ))}
      </Specimen>
      <Specimen name="A request" isStacked>
        <ConfirmationCode code={purging.confirmationCode} />
        <StatusProgress progress={progress} />
        <StatusErased progress={progress} />
        <RecipientOutcomes outcomes={outcomes} />
        <StatusFacts status={purging} />
        <StatusTimeline status={purging} />
      </Specimen>
      <Specimen name="A receipt" isStacked>
        <ReceiptView receipt={receipt} keyId="k-2026" />
      </Specimen>
      <FormSpecimens />
      <MessageSpecimens now={now} />
    </ClientWords>
  );
}

const receipt: Receipt = {
  version: 1,
  issuer: "https://example.test",
  statement: "",
  confirmationCode: "A1b2C3d4E5f6G7h8I9j0",
  subject: "workspace",
  policy: { profile: "default", version: "2026-11-22" },
  receivedAt: "2026-11-22T10:00:00Z",
  verifiedAt: null,
  startedAt: "2026-11-22T10:21:00Z",
  purgedAt: "2026-11-22T10:22:00Z",
  completedAt: "2026-11-22T10:23:00Z",
  erased: [{ category: "messages", rows: 12_480 }],
  files: 12,
  unlinked: [{ category: "messages", rows: 4 }],
  mentioned: [],
  retained: [],
  record: { retention: "request_ledger", basis: null, until: null },
  recipients: [],
  backupsGoneBy: null,
};
