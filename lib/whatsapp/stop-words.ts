/**
 * What people write to be left alone, in the languages of our pages and those that businesses write
 * most: each as a whole message, in small letters.
 *
 * "Cancel", "end" and "quit" are not among them, although they stop an SMS: on WhatsApp a customer
 * cancels an order with the same word. "Stop promotions" is what Meta's own opt-out button says.
 */
export const stopWords: ReadonlySet<string> = new Set([
  ...["stop", "stop all", "stopall", "stop promotions", "unsubscribe", "opt out", "opt-out"],
  ...["optout", "توقف", "إيقاف", "ايقاف", "إلغاء الاشتراك", "الغاء الاشتراك"],
  ...["रोकें", "रोको", "बंद करें", "बंद करो", "सदस्यता समाप्त करें"],
  ...["berhenti", "berhenti berlangganan", "stop promosi"],
  ...["cancelar suscripción", "darme de baja", "baja", "sair", "parar", "désabonner", "abmelden"],
]);

/** What they write to hear from the business again. */
export const resumeWords: ReadonlySet<string> = new Set([
  ...["start", "unstop", "subscribe", "resubscribe", "opt in", "opt-in", "optin"],
  ...["resume promotions", "اشتراك", "ابدأ", "शुरू करें", "सदस्यता लें"],
  ...["mulai", "berlangganan", "alta", "suscribirme", "abonner", "anmelden"],
]);
