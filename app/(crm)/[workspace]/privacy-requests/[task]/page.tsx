import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { privacyRequestsMessages as messages } from "@/components/crm/messages/privacy-requests-messages";
import { PrivacyRequestActs } from "@/components/crm/privacy-request-acts";
import { PrivacyRequestFacts } from "@/components/crm/privacy-request-facts";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { roleMay } from "@/lib/authorization/role-may";
import { readControllerTask } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { safely } from "@/lib/safely";
import { requireMembership } from "../../require-membership";
import { eraseCustomer } from "./erase-customer";
import { refuseCustomer } from "./refuse-customer";

export const metadata: Metadata = { title: messages.title };

type PrivacyRequestPageProps = { params: Promise<{ workspace: string; task: string }> };

/** One customer's request, with the contact it is about, and how it can be answered. */
export default async function PrivacyRequestPage(props: PrivacyRequestPageProps) {
  const params = await props.params;
  const { membership } = await requireMembership(params.workspace);
  const { slug, workspaceId, role } = membership;
  const taskId = z.uuid().safeParse(params.task);
  if (!taskId.success) notFound();
  const task = await safely("/[workspace]/privacy-requests/[task]", () =>
    readControllerTask(erasureContext({ type: "system" }), { workspaceId, taskId: taskId.data }),
  );
  if (task === null) notFound();

  return (
    <div className="mx-auto grid w-full max-w-3xl gap-8 px-4 py-8 sm:px-8 sm:py-10">
      <TextLink href={`/${slug}/privacy-requests`}>{messages.back}</TextLink>
      <PageHeader title={messages.heading} />
      <PrivacyRequestFacts task={task} />
      {task.state === "open" &&
        (roleMay("answer_customer", role) ? (
          <PrivacyRequestActs
            target={{ workspaceId, taskId: task.id }}
            eraseCustomer={eraseCustomer}
            refuseCustomer={refuseCustomer}
          />
        ) : (
          <p>{messages.agent}</p>
        ))}
    </div>
  );
}
