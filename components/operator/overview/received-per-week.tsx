"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { DataTable } from "@/components/ui/data-table";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { queueChannels } from "@/lib/erasure/desk/schemas";
import type { Overview, RequestChannel } from "@/lib/erasure/desk/status";
import { deskMessages } from "../messages/desk-messages";
import { overviewMessages } from "../messages/overview-messages";
import { axisLook, gridLook, legendLook, tooltipLook } from "./chart-look";
import { ChartPanel } from "./chart-panel";
import { weekInWords } from "./week-in-words";

const { received: words } = overviewMessages;

const colours: Record<RequestChannel, string> = {
  form: "var(--chart-1)",
  email: "var(--chart-2)",
  meta_callback: "var(--chart-3)",
  meta_deauthorize: "var(--chart-4)",
  workspace_settings: "var(--chart-5)",
  account_settings: "var(--chart-6)",
  crm: "var(--chart-7)",
  operator: "var(--chart-8)",
};

/** How many requests came in each week, and by which way. */
export function ReceivedPerWeek({ weeks }: { weeks: Overview["received"] }) {
  const rows = weeks.map(({ week, byChannel }) => ({
    week: weekInWords(week),
    ...byChannel,
    total: Object.values(byChannel).reduce((sum, count) => sum + count, 0),
  }));
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const used = queueChannels.filter((channel) => rows.some((row) => (row[channel] ?? 0) > 0));

  return (
    <ChartPanel
      title={words.title}
      text={fillMessage(words.text, { count: formatCount(total) })}
      chart={
        <ResponsiveContainer>
          <BarChart
            accessibilityLayer={false}
            data={rows}
            margin={{ top: 8, right: 0, bottom: 0, left: -16 }}
          >
            <CartesianGrid {...gridLook} />
            <XAxis dataKey="week" {...axisLook} />
            <YAxis allowDecimals={false} {...axisLook} />
            <Tooltip {...tooltipLook} />
            <Legend {...legendLook} />
            {used.map((channel) => (
              <Bar
                key={channel}
                dataKey={channel}
                name={deskMessages.channels[channel]}
                stackId="received"
                fill={colours[channel]}
                stroke="var(--surface)"
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      }
      table={
        <DataTable
          caption={words.title}
          isCaptionHidden
          className="text-sm"
          rows={rows}
          rowKey={({ week }) => week}
          columns={[
            {
              key: "week",
              header: overviewMessages.week,
              isRowHeader: true,
              cell: (row) => row.week,
            },
            ...used.map((channel) => ({
              key: channel,
              header: deskMessages.channels[channel],
              isNumeric: true,
              cell: (row: (typeof rows)[number]) => formatCount(row[channel] ?? 0),
            })),
            {
              key: "total",
              header: words.total,
              isNumeric: true,
              cell: (row) => formatCount(row.total),
            },
          ]}
        />
      }
    />
  );
}
