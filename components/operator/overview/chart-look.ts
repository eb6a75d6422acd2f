/** How every chart looks: the roles of the theme, so that it follows light and dark. */
export const axisLook = {
  stroke: "var(--line-strong)",
  tick: { fill: "var(--ink-muted)", fontSize: 12 },
  tickLine: false,
} as const;

export const gridLook = { stroke: "var(--line)", vertical: false } as const;

export const tooltipLook = {
  cursor: { fill: "var(--sunken)" },
  contentStyle: {
    background: "var(--surface)",
    border: "1px solid var(--line)",
    borderRadius: "0.75rem",
    color: "var(--ink)",
  },
  labelStyle: { color: "var(--ink-muted)" },
  itemStyle: { color: "var(--ink)" },
} as const;

export const legendLook = { iconSize: 10, wrapperStyle: { color: "var(--ink)" } } as const;
