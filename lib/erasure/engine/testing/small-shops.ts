import type { ShopGraph } from "./shop-graph";

/**
 * Two shops that sell to the same three people.
 *
 * The first person has something in every table, refers to the second and is referred to by the
 * third; everybody answers everybody's reviews.
 */
export const smallShops: ShopGraph = {
  customers: [{ referredBy: 1 }, { referredBy: null }, { referredBy: 0 }],
  shops: [shop(), shop()],
};

function shop(): ShopGraph["shops"][number] {
  return {
    customers: [0, 1, 2],
    categories: [{ parent: null }, { parent: 0 }, { parent: 1 }, { parent: 3 }],
    products: [
      { categories: [0, 1], suggestedBy: 0, photographedBy: 1, watchedBy: [0, 1, 0] },
      { categories: [1, 2], suggestedBy: 1, photographedBy: 0, watchedBy: [] },
      { categories: [], suggestedBy: null, photographedBy: null, watchedBy: [2] },
      { categories: [], suggestedBy: null, photographedBy: 2, watchedBy: [0] },
    ],
    orders: [
      { customer: 0, lines: [0, 1, 2] },
      { customer: 1, lines: [0] },
      { customer: 0, lines: [] },
      { customer: 2, lines: [2, 2] },
    ],
    tickets: [
      { customer: 0, order: 0 },
      { customer: null, order: 0 },
      { customer: 1, order: 0 },
      { customer: 0, order: 1 },
      { customer: 1, order: 1 },
      { customer: null, order: null },
    ],
    reviews: [
      { product: 0, customer: 0, answers: null },
      { product: 0, customer: 1, answers: 0 },
      { product: 0, customer: 0, answers: 1 },
      { product: 1, customer: 2, answers: 2 },
      { product: 1, customer: 0, answers: 4 },
    ],
    invoices: [
      { customer: 0, order: 0 },
      { customer: null, order: 2 },
      { customer: 1, order: 1 },
      { customer: 0, order: null },
    ],
    events: Array.from({ length: 12 }, (_, at) => ({
      customer: at % 4 === 3 ? null : at % 4,
      month: at % 3,
    })),
    signups: [
      { customer: 0, isShouted: true },
      { customer: 1, isShouted: false },
    ],
    activity: [{ customer: 0 }, { customer: 0 }, { customer: 1 }, { customer: null }],
  };
}
