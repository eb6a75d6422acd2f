import { anthropic } from "./adapters/anthropic";
import { meta } from "./adapters/meta";
import { openai } from "./adapters/openai";
import { pages } from "./adapters/pages";
import { resend } from "./adapters/resend";
import { telegram } from "./adapters/telegram";
import type { Recipient } from "./recipient";

/** Where the recipients are, and the platform's own keys for those that it uses itself. */
export type RecipientSettings = {
  graphUrl: string;
  telegramUrl: string;
  openaiUrl: string;
  anthropicUrl: string;
  resendUrl: string;
  openaiKey?: string | undefined;
  anthropicKey?: string | undefined;
};

/** Every other system that may have received data. */
export function allRecipients(settings: RecipientSettings): readonly Recipient[] {
  return [
    meta(settings.graphUrl),
    pages("instagram", settings.graphUrl),
    pages("messenger", settings.graphUrl),
    telegram(settings.telegramUrl),
    openai(settings.openaiUrl, settings.openaiKey),
    anthropic(settings.anthropicUrl, settings.anthropicKey),
    resend(settings.resendUrl),
  ];
}
