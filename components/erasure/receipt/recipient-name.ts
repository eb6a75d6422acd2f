/** The names under which people know other systems, in any language. */
const names: Readonly<Record<string, string>> = {
  meta: "Meta (WhatsApp)",
  instagram: "Instagram",
  messenger: "Messenger",
  telegram: "Telegram",
  openai: "OpenAI",
  anthropic: "Anthropic",
  resend: "Resend",
};

export function recipientName(recipient: string): string {
  return names[recipient] ?? recipient;
}
