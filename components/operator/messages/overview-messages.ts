export const overviewMessages = {
  title: "Overview",
  lead: "The last twelve weeks, and what waits now.",
  table: "Show as a table",
  week: "Week of",
  received: {
    title: "Requests per week",
    text: "{count} in twelve weeks, by the way they came.",
    total: "Total",
  },
  acknowledged: {
    title: "Time to acknowledge",
    text: "From receipt to the first mail, in hours. Promised: {hours}.",
    unit: "Hours",
  },
  completed: {
    title: "Time to complete",
    text: "From receipt to the end, in days. Promised: {days}.",
    unit: "Days",
  },
  median: "Half of them",
  slowest: "Nine in ten",
  promise: "Promised",
  none: "No data",
  backlog: {
    title: "Backlog",
    text: "{count} open requests by state.",
    state: "State",
    requests: "Requests",
  },
  late: {
    title: "Late",
    none: "Nothing is late.",
    all: "All late requests",
  },
  tiles: { open: "Open", todo: "Wait for people", late: "Late", failed: "Failed" },
} as const;
