import type { Metadata } from "next";
import { pageMessages } from "@/components/page-messages";
import { ProductShell } from "@/components/product-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { MessagePage } from "@/components/ui/message-page";

export const metadata: Metadata = { title: { absolute: pageMessages.notFound.title } };

/** For every address that leads nowhere, and for those that must look as if they did. */
export default function NotFound() {
  const { title, text, startLabel, deletionLabel } = pageMessages.notFound;

  return (
    <ProductShell>
      <MessagePage
        title={title}
        actions={
          <>
            <ButtonLink href="/">{startLabel}</ButtonLink>
            <ButtonLink href="/data-deletion" variant="secondary">
              {deletionLabel}
            </ButtonLink>
          </>
        }
      >
        <p>{text}</p>
      </MessagePage>
    </ProductShell>
  );
}
