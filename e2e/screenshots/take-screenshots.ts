import path from "node:path";
import { test } from "../fixtures/test";
import { pages } from "./pages";

const folder = path.resolve(import.meta.dirname, "../../screenshots");
const looks = [
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
  { width: 1440, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
] as const;

test.use({ expectedErrors: /status of 404/ });

for (const { name, languages, open } of pages) {
  test(name, async ({ page, request, demo, inbox }) => {
    for (const language of languages) {
      await page.setViewportSize({ width: looks[0].width, height: 900 });
      await open({ page, request, demo, inbox }, language);
      for (const { width, colorScheme } of looks) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        // Where the matter scrolls within the page, the window is made as high as all of it.
        const hidden = await page.evaluate(() => {
          const main = document.querySelector("main");
          return main === null ? 0 : main.scrollHeight - main.clientHeight;
        });
        if (hidden > 0) await page.setViewportSize({ width, height: 900 + hidden });
        const file = `${name}.${language}.${width}.${colorScheme}.png`;
        await page.screenshot({ path: path.join(folder, file), fullPage: true });
      }
    }
  });
}
