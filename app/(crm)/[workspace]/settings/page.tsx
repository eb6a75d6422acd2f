import { redirect } from "next/navigation";
import { requireMembership } from "../require-membership";

type SettingsPageProps = { params: Promise<{ workspace: string }> };

/** Settings open at the general ones. */
export default async function SettingsPage({ params }: SettingsPageProps) {
  const { membership } = await requireMembership((await params).workspace);
  redirect(`/${membership.slug}/settings/general`);
}
