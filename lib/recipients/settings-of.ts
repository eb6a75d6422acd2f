import type { Env } from "@/lib/env";
import type { RecipientSettings } from "./registry";

/** Where the recipients are, as the environment has it: the real ones, unless it names others. */
export function settingsOf(env: Env): RecipientSettings {
  return {
    graphUrl: env.META_GRAPH_URL ?? "https://graph.facebook.com",
    telegramUrl: env.TELEGRAM_API_URL ?? "https://api.telegram.org",
    openaiUrl: env.OPENAI_API_URL ?? "https://api.openai.com",
    anthropicUrl: env.ANTHROPIC_API_URL ?? "https://api.anthropic.com",
    resendUrl: env.RESEND_BASE_URL ?? "https://api.resend.com",
    openaiKey: env.OPENAI_API_KEY,
    anthropicKey: env.ANTHROPIC_API_KEY,
  };
}
