import { z } from "zod";
import { PlainText } from "@/lib/erasure/schemas";

/** Seconds since 1970, as text; Meta's documentation has both. */
const Timestamp = z
  .union([z.string().regex(/^\d{1,11}$/), z.int().nonnegative().max(99_999_999_999)])
  .transform((seconds) => new Date(Number(seconds) * 1000));

const WhatsAppId = z.string().regex(/^\d{5,20}$/);
const ProviderId = PlainText.min(1).max(500);
const Words = z.string().max(70_000);

const Media = z.object({
  id: ProviderId,
  mime_type: PlainText.max(200).catch("application/octet-stream"),
  filename: z.string().max(1_000).optional(),
  caption: Words.optional(),
});

/** One message that somebody sent, as far as it is understood; the rest of it is kept as it came. */
export const InboundMessage = z.looseObject({
  id: ProviderId,
  from: WhatsAppId,
  timestamp: Timestamp,
  type: z.string().max(100),
  group_id: ProviderId.optional(),
  context: z.looseObject({ id: ProviderId.optional() }).optional().catch(undefined),
  text: z.looseObject({ body: Words }).optional(),
  reaction: z
    .looseObject({ message_id: ProviderId, emoji: z.string().max(100).optional() })
    .optional(),
  image: Media.optional(),
  video: Media.optional(),
  audio: Media.optional(),
  voice: Media.optional(),
  document: Media.optional(),
  sticker: Media.optional(),
});
export type InboundMessage = z.infer<typeof InboundMessage>;

/** What became of a message that a workspace sent. */
export const StatusReport = z.looseObject({
  id: ProviderId,
  status: z.enum(["sent", "delivered", "read", "failed"]),
  timestamp: Timestamp,
  errors: z
    .array(z.looseObject({ code: z.union([PlainText, z.number()]).transform(String) }))
    .optional()
    .catch(undefined),
});
export type StatusReport = z.infer<typeof StatusReport>;

/** That somebody chose, in WhatsApp, to get no more marketing messages of a business, or again. */
export const Preference = z.looseObject({
  wa_id: WhatsAppId,
  category: z.literal("marketing_messages"),
  value: z.enum(["stop", "resume"]),
  timestamp: Timestamp,
});
export type Preference = z.infer<typeof Preference>;

const Profile = z.looseObject({
  wa_id: WhatsAppId,
  profile: z.looseObject({ name: z.string().max(1_000) }),
});

/** One by one: what is not understood must not take along what is. */
const each = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .max(10_000)
    .transform((items) => items.map((item) => schema.safeParse(item)));

const Value = z.looseObject({
  metadata: z.looseObject({ phone_number_id: ProviderId }),
  contacts: each(Profile).optional(),
  messages: each(InboundMessage).optional(),
  statuses: each(StatusReport).optional(),
  user_preferences: each(Preference).optional(),
});

const Change = z.looseObject({ field: z.string().max(100), value: z.unknown() });

/** A delivery of WhatsApp's webhook: a batch of what happened to some of the app's numbers. */
export const WebhookPayload = z.looseObject({
  object: z.string().max(100),
  entry: z.array(z.looseObject({ changes: z.array(Change).max(10_000) })).max(10_000),
});
export type WebhookPayload = z.infer<typeof WebhookPayload>;

/** What happened to one number. */
export type Happening = {
  phoneNumberId: string;
  names: ReadonlyMap<string, string>;
  messages: InboundMessage[];
  statuses: StatusReport[];
  preferences: Preference[];
  unreadable: number;
};

/** What a delivery tells about numbers: other products and other fields are of no interest. */
export function happeningsIn(payload: WebhookPayload): Happening[] {
  if (payload.object !== "whatsapp_business_account") return [];
  return payload.entry
    .flatMap(({ changes }) => changes)
    .filter(({ field }) => field === "messages" || field === "user_preferences")
    .map(({ value }) => readValue(value));
}

function readValue(raw: unknown): Happening {
  const value = Value.safeParse(raw);
  if (!value.success) return { ...nothing, unreadable: 1 };
  const { metadata, contacts = [], messages = [], statuses = [] } = value.data;
  const { user_preferences: preferences = [] } = value.data;
  return {
    phoneNumberId: metadata.phone_number_id,
    names: new Map(
      contacts.flatMap(({ data }) => (data ? [[data.wa_id, data.profile.name] as const] : [])),
    ),
    messages: messages.flatMap(({ data }) => data ?? []),
    statuses: statuses.flatMap(({ data }) => data ?? []),
    preferences: preferences.flatMap(({ data }) => data ?? []),
    unreadable: [...messages, ...statuses, ...preferences].filter(({ success }) => !success).length,
  };
}

const nothing: Happening = {
  phoneNumberId: "",
  names: new Map(),
  messages: [],
  statuses: [],
  preferences: [],
  unreadable: 0,
};
