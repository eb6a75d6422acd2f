export type Product = {
  sku: string;
  title: string;
  priceMinor: number;
  /** How often a regular buys it again; null for what is bought once. */
  reorderDays: number | null;
};

export type MessageTemplate = {
  name: string;
  language: string;
  category: "MARKETING" | "UTILITY";
  body: string;
};

/** A small business as its owner would describe it: what it sells and how it speaks. */
export type Business = {
  trade: string;
  name: string;
  address: string;
  currency: string;
  taxCountry: string;
  products: readonly Product[];
  tags: readonly { name: string; color: string }[];
  attributes: readonly { key: string; label: string; values: readonly string[] }[];
  segments: readonly { name: string; filter: object }[];
  templates: readonly MessageTemplate[];
  campaigns: readonly string[];
  automations: readonly { name: string; trigger: string; reply: string }[];
  /** Asked so often that the answer is cached. */
  questions: readonly { question: string; answer: string }[];
};
