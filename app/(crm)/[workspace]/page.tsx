import { redirect } from "next/navigation";
import { requireMembership } from "./require-membership";

type WorkspacePageProps = { params: Promise<{ workspace: string }> };

/** A workspace opens at its inbox. */
export default async function WorkspacePage({ params }: WorkspacePageProps) {
  const { membership } = await requireMembership((await params).workspace);
  redirect(`/${membership.slug}/inbox`);
}
