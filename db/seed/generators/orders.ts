import { orderLines, orderState, orders, reorderCycles } from "@/db/schema";
import type { Product } from "../data/business";
import type { Contact, Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY } from "../time";

/** What a dialogue is about, known before it begins so that its words can say it. */
export type Sale = { number: string; product: Product; quantity: number; extra: Product | null };

export function planSale(scene: Scene): Sale {
  const { random, business } = scene;
  scene.orderCount += 1;
  return {
    number: `${business.trade.slice(0, 1).toUpperCase()}-${10_000 + scene.orderCount}`,
    product: random.pick(business.products),
    quantity: random.chance(0.8) ? 1 : random.int(2, 4),
    extra: random.chance(0.4) ? random.pick(business.products) : null,
  };
}

export function totalMinor({ product, quantity, extra }: Sale): number {
  return product.priceMinor * quantity + (extra?.priceMinor ?? 0);
}

/** The order that a dialogue came to, its lines, and when it is likely to be wanted again. */
export function addOrder(scene: Scene, contact: Contact, sale: Sale, placedAt: Date): void {
  const { rows, random, workspaceId, business } = scene;
  const orderId = seededId(random, placedAt);
  const isPickedUp = random.chance(0.15);

  rows.add(orders, {
    workspaceId,
    id: orderId,
    contactId: contact.id,
    number: sale.number,
    state: random.pick(orderState.enumValues),
    currency: business.currency,
    totalMinor: totalMinor(sale),
    shippingName: isPickedUp ? null : contact.person.name,
    shippingAddress: isPickedUp ? null : contact.person.address,
    placedAt,
  });
  const lines = [{ product: sale.product, quantity: sale.quantity }];
  if (sale.extra !== null) lines.push({ product: sale.extra, quantity: 1 });
  for (const { product, quantity } of lines) {
    rows.add(orderLines, {
      workspaceId,
      id: seededId(random, placedAt),
      orderId,
      sku: product.sku,
      title: product.title,
      quantity,
      unitPriceMinor: product.priceMinor,
    });
  }
  addReorderCycle(scene, contact, sale.product, placedAt);
}

function addReorderCycle(scene: Scene, contact: Contact, product: Product, placedAt: Date): void {
  const { rows, random, workspaceId } = scene;
  if (product.reorderDays === null || !random.chance(0.5)) return;

  const next = after(placedAt, product.reorderDays * DAY)
    .toISOString()
    .slice(0, 10);
  rows.add(reorderCycles, {
    workspaceId,
    id: seededId(random, placedAt),
    contactId: contact.id,
    sku: product.sku,
    everyDays: product.reorderDays,
    nextOn: random.chance(0.9) ? next : null,
  });
}
