import type { Business } from "../business";

export const roastery: Business = {
  trade: "roastery",
  name: "Globex Coffee Roasters",
  address: "Hall 4, Old Tramworks, Northgate",
  currency: "USD",
  taxCountry: "US",
  products: [
    { sku: "BEAN-YIRG-1KG", title: "Yirgacheffe beans, 1 kg", priceMinor: 3_400, reorderDays: 28 },
    { sku: "BEAN-HOUSE-1KG", title: "House espresso, 1 kg", priceMinor: 2_600, reorderDays: 21 },
    {
      sku: "BEAN-DECAF-250",
      title: "Swiss water decaf, 250 g",
      priceMinor: 1_150,
      reorderDays: 14,
    },
    { sku: "V60-KIT", title: "Pour-over kit ☕", priceMinor: 4_900, reorderDays: null },
    { sku: "GRINDER-HND", title: "Hand grinder", priceMinor: 8_900, reorderDays: null },
    { sku: "FILTER-100", title: "Paper filters, 100", priceMinor: 650, reorderDays: 60 },
  ],
  tags: [
    { name: "café", color: "#78350f" },
    { name: "subscriber", color: "#1d4ed8" },
    { name: "wholesale", color: "#4d7c0f" },
    { name: "נציג מכירות", color: "#7e22ce" },
  ],
  attributes: [
    { key: "grind", label: "Grind", values: ["whole bean", "filter", "espresso", "moka"] },
    { key: "machine", label: "Machine", values: ["two-group lever", "moka pot", "V60", "摩卡壺"] },
    { key: "doctor_said", label: "Note on health", values: ["no caffeine after 12", "pregnant"] },
  ],
  segments: [
    { name: "Subscribers running low", filter: { tag: "subscriber", reorderWithinDays: 5 } },
    { name: "Lost since spring", filter: { lifecycleStage: ["lost"], before: "2026-04-01" } },
  ],
  templates: [
    {
      name: "running_low",
      language: "en",
      category: "MARKETING",
      body: "Hi {{1}}, your {{2}} should be running low. Shall we roast another?",
    },
    {
      name: "shipped",
      language: "en",
      category: "UTILITY",
      body: "Roasted this morning, {{1}}, and on its way to you.",
    },
    {
      name: "shipped",
      language: "es",
      category: "UTILITY",
      body: "Tostado esta mañana, {{1}}, y ya va en camino.",
    },
  ],
  campaigns: ["New harvest: Sidama", "Win-back spring", "Holiday blend"],
  automations: [
    {
      name: "First reply",
      trigger: "conversation.opened",
      reply: "Thanks for writing! A roaster will answer shortly.",
    },
    {
      name: "Reorder reminder",
      trigger: "reorder.due",
      reply: "Running low? Say yes and we ship today.",
    },
  ],
  questions: [
    { question: "What grind for a moka pot?", answer: "Finer than filter, coarser than espresso." },
    { question: "When do you roast?", answer: "Every Tuesday and Friday morning." },
  ],
};
