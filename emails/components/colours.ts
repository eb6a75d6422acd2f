/** The light palette, inlined into the mail; each pair has a contrast of at least 4.5 to 1. */
export const colours = {
  canvas: "#fdfcf9",
  ink: "#15211f",
  quiet: "#4f5e5a",
  rule: "#dbd7ca",
  panel: "#f3f0e8",
  action: "#0e5a5a",
  onAction: "#fafdfc",
};

/**
 * The dark palette, for clients that ask for it; the others keep the light one.
 *
 * `!important`, because it has to win over inlined styles. No quotes, ampersands or angle
 * brackets: the text is escaped on its way into the style element.
 */
export const darkMode = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .canvas, .canvas td { background-color: #0e1514 !important; color: #ebe8e0 !important; }
    .canvas .panel td { background-color: #1d2826 !important; }
    .canvas .quiet { color: #a6b3ae !important; }
    .canvas .rule { border-top-color: #2a3633 !important; }
    .canvas .link { color: #82cbc3 !important; }
    .canvas .action { background-color: #82cbc3 !important; color: #06211f !important; }
  }
`;
