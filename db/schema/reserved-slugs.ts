/** First parts of addresses that are the app's own, now or soon: no workspace may have them as its slug. */
export const reservedSlugs = [
  ...["account", "admin", "api", "data-deletion", "healthz", "help", "invitation", "leads"],
  ...["operator", "privacy", "readyz", "receipt", "settings", "sign-in", "status", "terms"],
  ...["ar", "en", "hi", "id"],
] as const;
