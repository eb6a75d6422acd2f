import type { Business } from "../business";

export const repairShop: Business = {
  trade: "repairs",
  name: "Second Life Phone Repair",
  address: "Shop 12, Market Arcade, Eastfield",
  currency: "GBP",
  taxCountry: "GB",
  products: [
    { sku: "SCREEN-STD", title: "Screen replacement", priceMinor: 7_900, reorderDays: null },
    { sku: "BATTERY-STD", title: "Battery replacement", priceMinor: 4_500, reorderDays: null },
    { sku: "GLASS-3", title: "Screen protectors, 3", priceMinor: 1_200, reorderDays: 120 },
    { sku: "CARE-MONTH", title: "Monthly care plan", priceMinor: 900, reorderDays: 30 },
  ],
  tags: [
    { name: "waiting for part", color: "#a16207" },
    { name: "warranty", color: "#15803d" },
    { name: "business account", color: "#1e40af" },
  ],
  attributes: [
    { key: "device", label: "Device", values: ["tablet, 2023", "phone, cracked back", "laptop"] },
    { key: "imei", label: "IMEI", values: ["004999010640000", "004401083970007"] },
  ],
  segments: [
    { name: "Warranty ends soon", filter: { tag: "warranty", endsWithinDays: 30 } },
    { name: "Care plan", filter: { reorderWithinDays: 30 } },
  ],
  templates: [
    {
      name: "ready_for_pickup",
      language: "en",
      category: "UTILITY",
      body: "{{1}}, your device is repaired and waiting for you.",
    },
    {
      name: "care_plan_offer",
      language: "en",
      category: "MARKETING",
      body: "Hi {{1}}, add {{2}} and never pay for a broken screen again.",
    },
  ],
  campaigns: ["Back to school", "Battery week"],
  automations: [
    {
      name: "Ticket opened",
      trigger: "conversation.opened",
      reply: "Thanks! Send us a photo of the damage.",
    },
    { name: "Part arrived", trigger: "tag.removed.waiting", reply: "Your part is here. Come by!" },
  ],
  questions: [
    { question: "How long does a screen take?", answer: "About 40 minutes while you wait." },
    { question: "Do you keep my data?", answer: "We never unlock your phone." },
  ],
};
