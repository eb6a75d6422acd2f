import type { Business } from "../business";

export const bakery: Business = {
  trade: "bakery",
  name: "Marisol’s Bakery",
  address: "Calle del Horno 7, Villaclara",
  currency: "MXN",
  taxCountry: "MX",
  products: [
    {
      sku: "CAKE-TRESLECHES",
      title: "Pastel de tres leches",
      priceMinor: 42_000,
      reorderDays: null,
    },
    { sku: "CONCHA-12", title: "Doce conchas", priceMinor: 14_400, reorderDays: 7 },
    { sku: "BREAD-SOUR", title: "Pan de masa madre", priceMinor: 8_500, reorderDays: 4 },
    { sku: "CAKE-XV", title: "Pastel de XV años, 3 pisos", priceMinor: 380_000, reorderDays: null },
  ],
  tags: [
    { name: "quinceañera", color: "#db2777" },
    { name: "sin gluten", color: "#65a30d" },
    { name: "mayoreo", color: "#0369a1" },
  ],
  attributes: [
    { key: "alergias", label: "Alergias", values: ["nuez", "gluten", "lactosa"] },
    { key: "hijos", label: "Hijos", values: ["Mateo (4)", "Sofía (15)", "gemelos"] },
  ],
  segments: [
    { name: "Piden cada semana", filter: { reorderWithinDays: 7 } },
    { name: "Fiestas", filter: { tag: "quinceañera" } },
  ],
  templates: [
    {
      name: "pan_del_dia",
      language: "es",
      category: "MARKETING",
      body: "¡Buenos días {{1}}! Hoy salió del horno: {{2}} 🥐",
    },
    {
      name: "pedido_listo",
      language: "es",
      category: "UTILITY",
      body: "{{1}}, su pedido está listo para recoger.",
    },
  ],
  campaigns: ["Día de Muertos", "Rosca de Reyes"],
  automations: [
    {
      name: "Bienvenida",
      trigger: "conversation.opened",
      reply: "¡Hola! ¿Qué se le antoja hoy?",
    },
    { name: "Cerrado", trigger: "message.received.closed", reply: "Abrimos a las 7. ¡Gracias!" },
  ],
  questions: [
    { question: "¿Hacen pasteles sin gluten?", answer: "Sí, con dos días de anticipación." },
    { question: "¿A qué hora abren?", answer: "De 7 a 20 horas, todos los días." },
  ],
};
