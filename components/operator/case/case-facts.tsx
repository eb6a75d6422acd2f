import { DataList } from "@/components/ui/data-list";
import { DateTime } from "@/components/ui/date-time";
import { TextLink } from "@/components/ui/text-link";
import type { RequestCase } from "@/lib/erasure/desk/status";
import { caseMessages } from "../messages/case-messages";
import { deskMessages } from "../messages/desk-messages";

const { facts } = caseMessages;

/** What is known of a request without opening it. */
export function CaseFacts({ request }: { request: RequestCase }) {
  const moments = [
    ["received", facts.received, request.receivedAt],
    ["acknowledgeBy", facts.acknowledgeBy, request.acknowledgeBy],
    ["due", facts.due, request.dueAt],
    ["firstDue", facts.firstDue, request.firstDueAt],
    ["verified", facts.verified, request.verifiedAt],
    ["purgeAfter", facts.purgeAfter, request.purgeAfter],
    ["closed", facts.closed, request.closedAt],
  ] as const;
  const { extensionReason, refusalReason, mergedInto } = request;
  const words = [
    [
      "extension",
      facts.extension,
      extensionReason && deskMessages.extensionReasons[extensionReason],
    ],
    ["refused", facts.refused, refusalReason && deskMessages.refusalReasons[refusalReason]],
    [
      "merged",
      facts.merged,
      mergedInto && <TextLink href={`/operator/requests/${mergedInto}`}>{mergedInto}</TextLink>,
    ],
    ["policy", facts.policy, `${request.policyProfile}, ${request.policyVersion}`],
  ] as const;

  return (
    <DataList
      isNarrow
      className="text-sm"
      items={[
        ...moments.flatMap(([key, term, at]) =>
          at === null ? [] : [{ key, term, value: <DateTime value={at} precision="minute" /> }],
        ),
        ...words.flatMap(([key, term, value]) => (value === null ? [] : [{ key, term, value }])),
        {
          key: "status",
          term: facts.status,
          value: (
            <TextLink href={`/data-deletion/status/${request.confirmationCode}`}>
              {request.confirmationCode}
            </TextLink>
          ),
        },
      ]}
    />
  );
}
