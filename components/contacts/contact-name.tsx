import Link from "next/link";
import { Avatar } from "@/components/crm/avatar";
import { Badge } from "@/components/ui/badge";
import type { ContactSummary } from "@/lib/contacts/schemas";
import { contactsMessages, stageNames } from "./messages/contacts-messages";

/** Who it is; on a narrow screen with what the other columns would say. */
export function ContactName({ slug, contact }: { slug: string; contact: ContactSummary }) {
  const { id, name, phone, email, stage, tags, isBeingErased } = contact;

  return (
    <span className="flex min-w-0 items-center gap-3">
      <span className="hidden sm:block">
        <Avatar name={name} />
      </span>
      <span className="grid min-w-0 flex-1">
        <Link
          href={`/${slug}/contacts/${id}`}
          prefetch={false}
          className="truncate font-medium hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
        <span className="truncate text-ink-muted text-sm lg:hidden">
          <bdi dir="ltr">{phone ?? contactsMessages.noPhone}</bdi>
          {` · ${[stageNames[stage], ...tags.map((tag) => tag.name)].join(", ")}`}
        </span>
        {email && <span className="hidden truncate text-ink-muted text-sm lg:block">{email}</span>}
      </span>
      {isBeingErased && <Badge tone="warning">{contactsMessages.beingErased}</Badge>}
    </span>
  );
}
