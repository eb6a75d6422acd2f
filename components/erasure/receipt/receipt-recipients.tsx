import { useTranslations } from "next-intl";
import { DataList } from "@/components/ui/data-list";
import { Moment } from "@/components/words/moment";
import type { Receipt } from "@/lib/erasure/receipt";
import { StatusBlock } from "../status/status-block";
import { recipientName } from "./recipient-name";
import { useEnds } from "./use-ends";

/** What each other system was asked, when, how it ended, and why where it could not be done. */
export function ReceiptRecipients({ recipients }: Pick<Receipt, "recipients">) {
  const t = useTranslations("receipt");
  const act = useAct();
  const ends = useEnds();

  return (
    <StatusBlock title={t("recipients")}>
      <DataList
        items={recipients.map((outcome) => ({
          key: `${outcome.recipient} ${outcome.act}`,
          term: recipientName(outcome.recipient),
          value: (
            <div className="grid break-inside-avoid gap-0.5">
              <p className="font-medium">{act(outcome.act)}</p>
              <p>{ends([outcome])}</p>
              {outcome.reason && (
                <p>{t.rich("whyNot", { code: () => <bdi>{outcome.reason}</bdi> })}</p>
              )}
              {outcome.lastAt && <LastAsked at={outcome.lastAt} />}
            </div>
          ),
        }))}
      />
    </StatusBlock>
  );
}

function LastAsked({ at }: { at: string }) {
  const t = useTranslations("receipt");
  const time = () => <Moment value={new Date(at)} precision="minute" />;

  return <p className="text-ink-muted text-sm">{t.rich("lastAsked", { time })}</p>;
}

const acts = [
  ...(["unsubscribe", "delete_media", "delete_template", "deregister"] as const),
  ...(["revoke_permissions", "delete_webhook", "delete_file"] as const),
  ...(["delete_contact", "delete_suppression"] as const),
];

/** What was asked, in words; an act that is newer than they are by its name. */
function useAct(): (act: string) => string {
  const t = useTranslations("receipt.acts");

  return (act) => {
    const known = acts.find((one) => one === act);
    return known === undefined ? act.replaceAll("_", " ") : t(known);
  };
}
