import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { recipientName } from "./recipient-name";
import { type Ends, useEnds } from "./use-ends";

/** Other systems that had received the data, each with how the telling ended. */
export function RecipientOutcomes({
  outcomes,
}: {
  outcomes: readonly (Ends & { recipient: string })[];
}) {
  const t = useTranslations("receipt");
  const ends = useEnds();
  const recipients = [...new Set(outcomes.map(({ recipient }) => recipient))];

  return (
    <DataTable
      caption={t("recipients")}
      isCaptionHidden
      columns={[
        {
          key: "recipient",
          header: t("recipient"),
          isRowHeader: true,
          cell: recipientName,
        },
        {
          key: "outcome",
          header: t("outcome"),
          cell: (name) => ends(outcomes.filter(({ recipient }) => recipient === name)),
        },
      ]}
      rows={recipients}
      rowKey={(name) => name}
    />
  );
}
