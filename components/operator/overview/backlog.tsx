"use client";

import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { DataTable } from "@/components/ui/data-table";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import type { QueueCounts } from "@/lib/erasure/desk/status";
import type { RequestState } from "@/lib/erasure/status";
import { deskMessages } from "../messages/desk-messages";
import { overviewMessages } from "../messages/overview-messages";
import { countOf } from "../queue-counts";
import { axisLook, tooltipLook } from "./chart-look";
import { ChartPanel } from "./chart-panel";

const { backlog: words } = overviewMessages;

const openStates: readonly RequestState[] = [
  "unverified",
  "in_review",
  "scheduled",
  "on_hold",
  "purging",
  "verifying",
  "failed",
];

/** What is open, by where it stands. */
export function Backlog({ counts }: { counts: QueueCounts }) {
  const rows = openStates.map((state) => ({
    state: deskMessages.states[state],
    requests: counts.byState[state] ?? 0,
  }));

  return (
    <ChartPanel
      title={words.title}
      text={fillMessage(words.text, { count: formatCount(countOf(counts, "open")) })}
      chart={
        <ResponsiveContainer>
          <BarChart accessibilityLayer={false} data={rows} layout="vertical" margin={{ right: 40 }}>
            <XAxis type="number" hide />
            <YAxis type="category" dataKey="state" width={86} {...axisLook} axisLine={false} />
            <Tooltip {...tooltipLook} />
            <Bar
              dataKey="requests"
              name={words.requests}
              fill="var(--chart-1)"
              radius={[0, 4, 4, 0]}
              isAnimationActive={false}
            >
              <LabelList dataKey="requests" position="right" fill="var(--ink)" />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      }
      table={
        <DataTable
          caption={words.title}
          isCaptionHidden
          className="text-sm"
          rows={rows}
          rowKey={({ state }) => state}
          columns={[
            { key: "state", header: words.state, isRowHeader: true, cell: ({ state }) => state },
            {
              key: "requests",
              header: words.requests,
              isNumeric: true,
              cell: ({ requests }) => formatCount(requests),
            },
          ]}
        />
      }
    />
  );
}
