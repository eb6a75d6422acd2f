import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";

/** What a recipient was asked, and how many of it ended in which way. */
export type Outcome = {
  recipient: string;
  done: number;
  alreadyGone: number;
  failed: number;
  open?: number;
};

/** The names under which people know them, in any language. */
const names: Readonly<Record<string, string>> = {
  meta: "Meta (WhatsApp)",
  instagram: "Instagram",
  messenger: "Messenger",
  telegram: "Telegram",
  openai: "OpenAI",
  anthropic: "Anthropic",
  resend: "Resend",
};

/** Other systems that had received the data, each with how the telling ended. */
export function RecipientOutcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const t = useTranslations("receipt");
  const format = useFormatter();
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
          cell: (name) => names[name] ?? name,
        },
        {
          key: "outcome",
          header: t("outcome"),
          cell: (name) =>
            format.list(
              summed(outcomes, name).map(([end, count]) => t(`outcomes.${end}`, { count })),
            ),
        },
      ]}
      rows={recipients}
      rowKey={(name) => name}
    />
  );
}

/** In how many cases it ended in each way; ways in which none did are left out. */
function summed(outcomes: readonly Outcome[], name: string) {
  const sums = { done: 0, alreadyGone: 0, failed: 0, open: 0 };
  for (const { recipient, done, alreadyGone, failed, open = 0 } of outcomes) {
    if (recipient !== name) continue;
    sums.done += done;
    sums.alreadyGone += alreadyGone;
    sums.failed += failed;
    sums.open += open;
  }
  return (["done", "alreadyGone", "failed", "open"] as const)
    .map((end) => [end, sums[end]] as const)
    .filter(([, count]) => count > 0);
}
