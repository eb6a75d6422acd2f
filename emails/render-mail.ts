import { render } from "@react-email/render";
import type { ReactElement } from "react";

/** A template's two bodies. Headings keep their case in the plain one. */
export async function renderMail(template: ReactElement): Promise<{ html: string; text: string }> {
  return {
    html: await render(template),
    text: await render(template, {
      plainText: true,
      htmlToTextOptions: {
        selectors: ["h1", "h2"].map((selector) => ({ selector, options: { uppercase: false } })),
      },
    }),
  };
}
