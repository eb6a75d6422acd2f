import type { Metadata } from "next";
import { NotFoundMessage } from "@/components/not-found-message";
import { pageMessages } from "@/components/page-messages";
import { ProductShell } from "@/components/product-shell";

export const metadata: Metadata = { title: { absolute: pageMessages.notFound.title } };

/** For every address that leads nowhere. An area with a frame of its own has its own page. */
export default function NotFound() {
  return (
    <ProductShell>
      <NotFoundMessage />
    </ProductShell>
  );
}
