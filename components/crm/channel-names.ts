import type { ChannelKind } from "@/lib/crm/schemas";

export const channelNames: Record<ChannelKind, string> = {
  whatsapp: "WhatsApp",
  instagram: "Instagram",
  messenger: "Messenger",
  telegram: "Telegram",
};
