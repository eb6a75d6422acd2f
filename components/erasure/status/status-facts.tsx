import { useTranslations } from "next-intl";
import { DataList, type DataListItem } from "@/components/ui/data-list";
import { isolated } from "@/components/words/isolated";
import { Moment } from "@/components/words/moment";
import type { RequestState, RequestStatus } from "@/lib/erasure/status";

/** States in which receipt may still have to be confirmed. */
const early: readonly RequestState[] = ["unverified", "verified", "in_review"];

/** The request's dates and what it is about. */
export function StatusFacts({ status }: { status: RequestStatus }) {
  const t = useTranslations("status");
  const isOpen = status.closedAt === null;
  const isEarly = early.includes(status.state);
  const date = (key: DateFact, at: Date | null): DataListItem[] =>
    at === null
      ? []
      : [{ key, term: t(`facts.${key}`), value: <Moment value={at} precision="minute" /> }];

  return (
    <DataList
      items={[
        { key: "subject", term: t("facts.subject"), value: t(`subjects.${status.subjectKind}`) },
        ...date("received", status.receivedAt),
        ...date("acknowledgeBy", isEarly ? status.acknowledgeBy : null),
        ...date("verified", status.verifiedAt),
        ...date("purgeAfter", isOpen ? status.purgeAfter : null),
        ...date("dueAt", isOpen ? status.dueAt : null),
        ...date("extendedFrom", status.extension?.firstDueAt ?? null),
        ...(status.extension === null
          ? []
          : [
              {
                key: "extendedBecause",
                term: t("facts.extendedBecause"),
                value: t(`extensions.${status.extension.reason}`),
              },
            ]),
        ...date("closed", status.closedAt),
        ...date("backupsGoneBy", status.backupsGoneAt === null ? status.backupsGoneBy : null),
        ...date("backupsGoneAt", status.backupsGoneAt),
        ...(status.files === null
          ? []
          : [{ key: "files", term: t("facts.files"), value: t("facts.filesOf", status.files) }]),
        {
          key: "policyVersion",
          term: t("facts.policyVersion"),
          value: isolated(status.policyVersion),
        },
      ]}
    />
  );
}

type DateFact =
  | "received"
  | "acknowledgeBy"
  | "verified"
  | "purgeAfter"
  | "dueAt"
  | "extendedFrom"
  | "closed"
  | "backupsGoneBy"
  | "backupsGoneAt";
