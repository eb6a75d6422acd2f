import type { Metadata } from "next";
import type { ReactNode } from "react";
import { deskMessages } from "@/components/operator/messages/desk-messages";
import { OperatorShell } from "@/components/operator/operator-shell";
import { requireOperator } from "@/lib/auth/require-operator";
import { postSignOut } from "../../sign-in/post-sign-out";

export const metadata: Metadata = {
  title: { default: deskMessages.brand, template: `%s · ${deskMessages.brand}` },
  robots: { index: false, follow: false },
};

/** What surrounds the operators' desk. Every page below asks for an operator again, for itself. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const { name } = await requireOperator("/operator");

  return (
    <OperatorShell name={name} postSignOut={postSignOut}>
      {children}
    </OperatorShell>
  );
}
