import { Avatar } from "@/components/crm/avatar";
import { Badge } from "@/components/ui/badge";
import type { ContactSummary } from "@/lib/contacts/schemas";
import { contactsMessages, stageNames } from "./messages/contacts-messages";

/** Who it is; on a narrow screen with what the other columns would say. */
export function ContactName({ contact }: { contact: ContactSummary }) {
  const { name, phone, email, stage, tags, isBeingErased } = contact;

  return (
    <span className="flex min-w-0 items-center gap-3">
      <span className="hidden sm:block">
        <Avatar name={name} />
      </span>
      <span className="grid min-w-0 flex-1">
        <span className="truncate font-medium">
          <bdi>{name}</bdi>
        </span>
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
