import type { Business } from "../business";
import { bakery } from "./bakery";
import { florist } from "./florist";
import { repairShop } from "./repair-shop";
import { roastery } from "./roastery";

const trades = [florist, roastery, bakery, repairShop] as const;

/** The n-th workspace's business and slug: the first two are the demo's, the rest take turns. */
export function businessAt(index: number): { slug: string; business: Business } {
  if (index === 0) return { slug: "acme", business: florist };
  if (index === 1) return { slug: "globex", business: roastery };

  const trade = trades[index % trades.length] ?? florist;
  const slug = `${trade.trade}-${String(index + 1).padStart(4, "0")}`;
  return { slug, business: { ...trade, name: `${trade.name} No. ${index + 1}` } };
}
