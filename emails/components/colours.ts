/** The light palette, inlined into the mail; each pair has a contrast of at least 4.5 to 1. */
export const colours = {
  canvas: "#ffffff",
  ink: "#1c1f26",
  quiet: "#5b6270",
  rule: "#dde1e8",
  panel: "#f4f6f9",
  action: "#1d5c4d",
  onAction: "#ffffff",
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
    .canvas, .canvas td { background-color: #14161b !important; color: #e8eaee !important; }
    .canvas .panel td { background-color: #1f232b !important; }
    .canvas .quiet { color: #a3abb9 !important; }
    .canvas .rule { border-top-color: #323844 !important; }
    .canvas .link { color: #8fd3c1 !important; }
    .canvas .action { background-color: #8fd3c1 !important; color: #0d2a23 !important; }
  }
`;
