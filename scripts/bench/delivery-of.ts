/** A delivery of WhatsApp's webhook: one customer writes one message to one number. */
export function deliveryOf({
  phoneNumberId,
  from,
  id,
}: {
  phoneNumberId: string;
  from: string;
  id: string;
}) {
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550100200", phone_number_id: phoneNumberId },
    contacts: [{ wa_id: from, profile: { name: "Somebody" } }],
    messages: [
      {
        id,
        from,
        timestamp: String(Math.floor(Date.now() / 1_000)),
        type: "text",
        text: { body: "Is my order on its way?" },
      },
    ],
  };
  return {
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [{ field: "messages", value }] }],
  };
}
