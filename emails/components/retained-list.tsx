import { Text } from "react-email";
import { calendarDay } from "./calendar-day";
import { Panel } from "./panel";

/** One category of what was kept, in the words of the published policy. */
export type RetainedItem = { title: string; reason: string; until: Date | null };

/** What is kept, why, and until when. */
export function RetainedList({ items }: { items: RetainedItem[] }) {
  return (
    <Panel>
      {items.map((item, index) => (
        <Text
          key={`${item.title}:${item.reason}`}
          style={{ margin: index === 0 ? 0 : "12px 0 0", fontSize: "15px", lineHeight: "24px" }}
        >
          <strong>{item.title}.</strong> {item.reason} {keptUntil(item.until)}
        </Text>
      ))}
    </Panel>
  );
}

function keptUntil(until: Date | null): string {
  return until === null
    ? "Kept for as long as this reason lasts."
    : `Kept until ${calendarDay(until)}, then deleted.`;
}
