"use client";

import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { DataTable } from "@/components/ui/data-table";
import type { WeeklySpan } from "@/lib/erasure/desk/status";
import { overviewMessages } from "../messages/overview-messages";
import { axisLook, gridLook, legendLook, tooltipLook } from "./chart-look";
import { ChartPanel } from "./chart-panel";
import { weekInWords } from "./week-in-words";

const { median, slowest, promise, none } = overviewMessages;

type SpanChartProps = {
  weeks: readonly WeeklySpan[];
  promised: number;
  words: { title: string; unit: string };
  text: string;
};

/** How long half of a week's requests took, and nine in ten, below or above the line of the promise. */
export function SpanChart({ weeks, promised, words, text }: SpanChartProps) {
  const rows = weeks.map((one) => ({
    week: weekInWords(one.week),
    median: rounded(one.median),
    slowest: rounded(one.slowest),
  }));
  const lineLook = { type: "monotone", connectNulls: true, isAnimationActive: false } as const;

  return (
    <ChartPanel
      title={words.title}
      text={text}
      chart={
        <ResponsiveContainer>
          <LineChart
            accessibilityLayer={false}
            data={rows}
            margin={{ top: 8, right: 8, bottom: 0, left: -16 }}
          >
            <CartesianGrid {...gridLook} />
            <XAxis dataKey="week" {...axisLook} />
            <YAxis
              {...axisLook}
              domain={[0, (most: number) => Math.ceil(Math.max(most, promised) * 1.1)]}
            />
            <Tooltip {...tooltipLook} cursor={{ stroke: "var(--line-strong)" }} />
            <Legend {...legendLook} />
            <ReferenceLine
              y={promised}
              stroke="var(--danger)"
              strokeDasharray="6 4"
              label={{ value: promise, fill: "var(--danger)", position: "insideTopRight" }}
            />
            <Line
              {...lineLook}
              dataKey="median"
              name={median}
              stroke="var(--chart-1)"
              strokeWidth={2.5}
            />
            <Line
              {...lineLook}
              dataKey="slowest"
              name={slowest}
              stroke="var(--chart-3)"
              strokeWidth={2.5}
              strokeDasharray="2 3"
            />
          </LineChart>
        </ResponsiveContainer>
      }
      table={
        <DataTable
          caption={`${words.title}, ${words.unit}`}
          className="text-sm"
          rows={rows}
          rowKey={({ week }) => week}
          columns={[
            {
              key: "week",
              header: overviewMessages.week,
              isRowHeader: true,
              cell: ({ week }) => week,
            },
            {
              key: "median",
              header: median,
              isNumeric: true,
              cell: (row) => row.median ?? none,
            },
            {
              key: "slowest",
              header: slowest,
              isNumeric: true,
              cell: (row) => row.slowest ?? none,
            },
            { key: "promise", header: promise, isNumeric: true, cell: () => promised },
          ]}
        />
      }
    />
  );
}

function rounded(span: number | null): number | null {
  return span === null ? null : Math.round(span * 10) / 10;
}
