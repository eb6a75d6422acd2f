/** Copy of the page that takes Meta's list of user ids. */
export const metaIdsMessages = {
  title: "Meta’s list of user IDs",
  lead: "Every three weeks Meta lists the people whose deletion callback failed. Give the file here: each known person gets a request, as if the callback had come.",
  file: "File",
  hint: "One ID a line, at most 100,000 lines. The same file can be given again; nothing is opened twice.",
  send: "Open the deletions",
  sending: "Working",
  progress: "{count} lines so far",
  done: "Done: {count} lines",
  interrupted: "It was not read to the end. Everything below has been done; give the file again.",
  failed: "That did not reach us. Nothing is lost: give the file again.",
  download: "Download the results (CSV)",
  result: "Result",
  lines: "Lines",
  results: {
    opened: "Request opened",
    already_open: "Had an open request",
    unknown: "Nobody we know",
    malformed: "Not an ID",
  },
} as const;
