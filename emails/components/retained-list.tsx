import { useTranslations } from "next-intl";
import { Text } from "react-email";
import type { Category } from "@/lib/policy/categories";
import type { Ground } from "@/lib/policy/retentions";
import { Panel } from "./panel";
import { useDay } from "./use-day";

/** One category of what was kept, and on which ground of the published policy. */
export type RetainedItem = { category: Category; ground: Ground; until: Date | null };

/** What is kept, why, and until when. */
export function RetainedList({ items }: { items: RetainedItem[] }) {
  const t = useTranslations("mails.completed");
  const words = useTranslations("vocabulary");
  const day = useDay();

  return (
    <Panel>
      {items.map(({ category, ground, until }, index) => (
        <Text
          key={`${category}:${ground}`}
          style={{ margin: index === 0 ? 0 : "12px 0 0", fontSize: "15px", lineHeight: "24px" }}
        >
          <strong>{words(`categories.${category}.title`)}.</strong>{" "}
          {words(`grounds.${ground}.reason`)}{" "}
          {until === null ? t("keptEndlessly") : t("keptUntil", { day: day(until) })}
        </Text>
      ))}
    </Panel>
  );
}
