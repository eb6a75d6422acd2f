import type { Business } from "../business";

export const florist: Business = {
  trade: "florist",
  name: "Acme Flowers & Gifts",
  address: "31 Canal Street, Brightwater",
  currency: "EUR",
  taxCountry: "IE",
  products: [
    { sku: "BQT-SPRING", title: "Spring bouquet", priceMinor: 3_950, reorderDays: 30 },
    { sku: "BQT-ROSE-24", title: "24 red roses 🌹", priceMinor: 5_900, reorderDays: null },
    { sku: "ORCHID-WHT", title: "White orchid in a pot", priceMinor: 2_850, reorderDays: null },
    { sku: "SUB-WEEKLY", title: "Weekly table flowers", priceMinor: 1_800, reorderDays: 7 },
    { sku: "WREATH-STD", title: "Condolence wreath", priceMinor: 8_500, reorderDays: null },
    { sku: "CHOC-BOX", title: "Praline box, 250 g", priceMinor: 1_650, reorderDays: null },
  ],
  tags: [
    { name: "VIP", color: "#b45309" },
    { name: "wedding", color: "#be185d" },
    { name: "funeral", color: "#334155" },
    { name: "late payer", color: "#b91c1c" },
    { name: "عميل دائم", color: "#047857" },
  ],
  attributes: [
    { key: "birthday", label: "Birthday", values: ["1987-03-14", "1962-11-02", "1994-07-29"] },
    {
      key: "partner_name",
      label: "Partner’s name",
      values: ["Henrike", "أمين", "Pau", "דניאל"],
    },
    { key: "allergies", label: "Allergies", values: ["lilies", "pollen, badly", "none known"] },
  ],
  segments: [
    { name: "Bought twice or more", filter: { lifecycleStage: ["repeat_customer"] } },
    { name: "Weddings this year", filter: { tag: "wedding", createdAfter: "2026-01-01" } },
  ],
  templates: [
    {
      name: "mothers_day_offer",
      language: "en",
      category: "MARKETING",
      body: "Hello {{1}}, Mother’s Day is near: {{2}} at 10% off until Friday. 💐",
    },
    {
      name: "order_on_its_way",
      language: "en",
      category: "UTILITY",
      body: "Good news {{1}}: your flowers are on their way.",
    },
    {
      name: "order_on_its_way",
      language: "ar",
      category: "UTILITY",
      body: "أخبار سارة {{1}}: أزهارك في الطريق إليك.",
    },
  ],
  campaigns: ["Mother’s Day", "Summer garden", "Valentine’s early birds"],
  automations: [
    {
      name: "Welcome",
      trigger: "conversation.opened",
      reply: "Welcome to Acme Flowers! How can we help?",
    },
    {
      name: "Out of hours",
      trigger: "message.received.closed",
      reply: "We are closed until 9 and answer first thing.",
    },
    {
      name: "Birthday reminder",
      trigger: "attribute.birthday.in_7_days",
      reply: "A birthday is coming up. The usual bouquet?",
    },
  ],
  questions: [
    {
      question: "Do you deliver on Sundays?",
      answer: "Yes, from 10 to 14, for a small extra fee.",
    },
    { question: "How long do cut tulips last?", answer: "Five to seven days in cool water." },
    { question: "هل يمكن كتابة بطاقة؟", answer: "نعم، البطاقة مجانية مع كل باقة." },
  ],
};
