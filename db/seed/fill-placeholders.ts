/** What dialogues say of a contact and a sale. */
export type Placeholders = {
  name: string;
  product: string;
  total: string;
  order: string;
  address: string;
  email: string;
  phone: string;
};

/** @throws for a placeholder that nobody fills. */
export function fillPlaceholders(text: string, values: Placeholders): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, key) => {
    if (!isPlaceholder(key, values)) throw new Error(`${placeholder} stands for nothing.`);
    return values[key];
  });
}

function isPlaceholder(key: unknown, values: Placeholders): key is keyof Placeholders {
  return typeof key === "string" && Object.hasOwn(values, key);
}
