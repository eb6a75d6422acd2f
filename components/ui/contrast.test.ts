import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const [light = "", dark = ""] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, body]) => body);

const text = [
  ...["paper", "surface", "sunken"].flatMap((ground) => [
    ["ink", ground],
    ["ink-muted", ground],
    ["accent", ground],
    ["danger", ground],
  ]),
  ...["accent", "danger", "warning", "success"].flatMap((tone) => [
    [tone, `${tone}-soft`],
    ["ink", `${tone}-soft`],
    ["ink-muted", `${tone}-soft`],
  ]),
  ["accent", "danger-soft"],
  ["accent", "warning-soft"],
  ["accent", "success-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["on-danger", "danger"],
  ["on-danger", "danger-strong"],
] as const;
const outlines = ["paper", "surface"].flatMap((ground) => [
  ["line-strong", ground],
  ["focus", ground],
]);

for (const [theme, body] of [
  ["light", light],
  ["dark", dark],
] as const) {
  test(`text reaches 4.5:1 in the ${theme} theme`, () => {
    expect(below(4.5, text, body)).toEqual([]);
  });

  test(`the outlines of controls reach 3:1 in the ${theme} theme`, () => {
    expect(below(3, outlines, body)).toEqual([]);
  });
}

/** The pairs that miss the ratio, each with the ratio it has. */
function below(least: number, pairs: readonly (readonly string[])[], body: string): string[] {
  return pairs.flatMap(([front = "", ground = ""]) => {
    const ratio = contrast(luminance(colour(body, front)), luminance(colour(body, ground)));
    return ratio < least ? [`${front} on ${ground}: ${ratio.toFixed(2)}`] : [];
  });
}

function colour(body: string, role: string): string {
  const found = new RegExp(`--${role}: (#[0-9a-f]{6});`).exec(body)?.[1];
  if (!found) throw new Error(`globals.css gives --${role} no six-digit colour`);
  return found;
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
