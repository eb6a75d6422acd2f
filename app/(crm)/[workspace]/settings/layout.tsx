import type { ReactNode } from "react";
import { SettingsNav } from "@/components/crm/settings-nav";
import { requireMembership } from "../require-membership";

type SettingsLayoutProps = { params: Promise<{ workspace: string }>; children: ReactNode };

/** The matters of a workspace's settings, one beside the other. */
export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  const { membership } = await requireMembership((await params).workspace);

  return (
    <>
      <SettingsNav slug={membership.slug} />
      {children}
    </>
  );
}
