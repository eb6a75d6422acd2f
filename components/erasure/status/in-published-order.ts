import { categories } from "@/lib/policy/categories";

/** The policy's own order of categories, so that the rows keep their places while they fill. */
export function inPublishedOrder<Row extends { category: string }>(rows: readonly Row[]): Row[] {
  const order: readonly string[] = categories;
  const place = ({ category }: Row) => {
    const index = order.indexOf(category);
    return index === -1 ? order.length : index;
  };

  return rows.toSorted((one, other) => place(one) - place(other));
}
