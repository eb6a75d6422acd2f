import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicNotFoundMessage } from "@/components/erasure/public-not-found-message";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site.notFound");

  return { title: { absolute: t("title") }, robots: { index: false } };
}

/** Inside the public frame: above all for codes that nobody was given. */
export default function PublicNotFound() {
  return <PublicNotFoundMessage />;
}
