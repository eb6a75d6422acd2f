import { type ReactNode, useId } from "react";
import { InBrowser } from "@/components/ui/in-browser";
import { Panel } from "@/components/ui/panel";
import { overviewMessages } from "../messages/overview-messages";

type ChartPanelProps = {
  title: string;
  /** What the chart says, in a sentence. */
  text: string;
  chart: ReactNode;
  /** The very figures of the chart. */
  table: ReactNode;
};

/** A chart, what it says in words, and the table behind it for whoever would rather read. */
export function ChartPanel({ title, text, chart, table }: ChartPanelProps) {
  const [titleId, textId] = [useId(), useId()];

  return (
    <Panel aria-labelledby={titleId} className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 id={titleId} className="font-semibold text-lg">
        {title}
      </h2>
      <p id={textId} className="text-ink-muted text-sm">
        {text}
      </p>
      <div role="img" aria-labelledby={titleId} aria-describedby={textId} className="h-64 text-xs">
        <InBrowser>{chart}</InBrowser>
      </div>
      <details>
        <summary className="min-h-11 py-2 font-medium text-accent">
          {overviewMessages.table}
        </summary>
        {table}
      </details>
    </Panel>
  );
}
