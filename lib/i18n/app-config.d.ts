import type { Messages } from "@/messages";
import type { formats } from "./intl-settings";
import type { FormattingLocale } from "./languages";

declare module "next-intl" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to
  interface AppConfig {
    Locale: FormattingLocale;
    Messages: Messages;
    Formats: typeof formats;
  }
}
