import { useTranslations } from "next-intl";
import { findCategory } from "@/lib/policy/categories";

/**
 * Says what a category of data is called, and what is in it. A key that is no longer published is
 * said as it is: a true name beats a missing row.
 */
export function useCategory(): (key: string) => { title: string; contents: string } {
  const t = useTranslations("vocabulary.categories");

  return (key) => {
    const category = findCategory(key);
    return category === undefined
      ? { title: key, contents: "" }
      : { title: t(`${category}.title`), contents: t(`${category}.contents`) };
  };
}
