"use client";

import { ContactName } from "@/components/contacts/contact-name";
import { ImportReport } from "@/components/contacts/import/import-report";
import { ContactFacts } from "@/components/contacts/profile/contact-facts";
import { ContactHistory } from "@/components/contacts/profile/contact-history";
import { AskElsewhere } from "@/components/crm/ask-elsewhere";
import { Avatar } from "@/components/crm/avatar";
import { ConversationList } from "@/components/crm/conversation-list";
import { DangerZone } from "@/components/crm/danger-zone";
import { ErasureNotice } from "@/components/crm/erasure-notice";
import { MessageBubble } from "@/components/crm/message-bubble";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { SignInForm } from "@/components/crm/sign-in-form";
import { ExportItem } from "@/components/exports/export-item";
import { exportMessages } from "@/components/exports/messages/export-messages";
import { InvitationList } from "@/components/team/invitation-list";
import { InviteForm } from "@/components/team/invite-form";
import { TeamList } from "@/components/team/team-list";
import { Button } from "@/components/ui/button";
import type { ContactDetail } from "@/lib/contacts/schemas";
import type { ConversationSummary, Message } from "@/lib/crm/schemas";
import type { Role } from "@/lib/team/schemas";
import { Specimen } from "./specimen";
import { refuse, shownId } from "./stand-ins";

const viewer: Role = "owner";
const closing = { confirmationCode: "A1b2C3d4E5f6G7h8I9j0" };

/** What the CRM is made of: conversations, people, copies, and the ends of them. */
export function CrmSpecimens({ now }: { now: Date }) {
  const contact = contactSince(now);

  return (
    <>
      <Specimen name="A workspace's end" isStacked>
        <ErasureNotice erasure={{ ...closing, purgeAfter: now }} />
        <ErasureNotice erasure={{ ...closing, purgeAfter: null }} />
        <DangerZone
          mayDelete={false}
          administrators={["Wren", "Ada"]}
          erasure={null}
          action={null}
        />
        <AskElsewhere privacyEmail="privacy@example.test" />
        <OutcomeLine outcome={{ isDone: true, text: "It is done." }} />
        <OutcomeLine outcome={{ isDone: false, text: "It was refused, and why." }} />
      </Specimen>
      <Specimen name="Conversations" isStacked>
        <Avatar name="Ada Lovelace" />
        <ConversationList
          slug="acme"
          conversations={conversations(now)}
          hasMore={false}
          after={undefined}
          currentId="open"
          now={now}
        />
        <ConversationList
          slug="acme"
          conversations={[]}
          hasMore={false}
          after={undefined}
          now={now}
        />
        <ol className="grid gap-3">
          {messages(now).map((message) => (
            <MessageBubble
              key={message.id}
              message={message}
              contactName="Ada Lovelace"
              mediaHref="/acme/media"
            />
          ))}
        </ol>
      </Specimen>
      <Specimen name="Contacts" isStacked>
        {[false, true].map((isBeingErased) => (
          <ContactName
            key={String(isBeingErased)}
            slug="acme"
            contact={{ ...contact, lastMessageAt: now, isBeingErased }}
          />
        ))}
        <ContactFacts contact={contact} />
        <ContactHistory slug="acme" contact={contact} />
        <ImportReport
          results={{
            imported: 40,
            updated: 2,
            refused: 1,
            refusals: [{ line: "7", reason: "no_name" }],
            stopped: "broken",
          }}
          csv={null}
        />
      </Specimen>
      <Specimen name="A team" isStacked>
        <TeamList
          workspaceId={shownId}
          role={viewer}
          members={(["owner", "admin", "agent"] as const).map((role) => ({
            id: role,
            name: `Wren, ${role}`,
            email: `${role}@acme.test`,
            role,
            joinedAt: now,
            isSelf: role === "owner",
          }))}
          changeRole={refuse("last_owner")}
          removeMember={refuse("last_owner")}
        />
        <InvitationList
          workspaceId={shownId}
          role={viewer}
          invitations={(["queued", "sent", "failed"] as const).map((mailState) => ({
            id: mailState,
            email: `${mailState}@acme.test`,
            role: "agent",
            mailState,
            expiresAt: now,
            isExpired: mailState === "sent",
          }))}
          withdrawInvitation={refuse("invitation_closed")}
        />
        <InviteForm workspaceId={shownId} role={viewer} inviteMember={refuse("already_member")} />
      </Specimen>
      <Specimen name="Copies" isStacked>
        <ul className="divide-y divide-line">
          {(
            Object.keys(exportMessages.list.states) as (keyof typeof exportMessages.list.states)[]
          ).map((state) => (
            <ExportItem
              key={state}
              export={{
                id: state,
                state,
                includesMedia: true,
                share: state === "running" ? 0.4 : null,
                sizeBytes: state === "ready" ? 1_240_000 : null,
                createdAt: now,
                expiresAt: state === "ready" ? now : null,
                erasesWorkspace: state === "failed",
                erasureRefusal: null,
                href: state === "ready" ? "#" : null,
              }}
              isBusy={false}
              onEnd={() => {}}
              endByPost={() => {}}
              fields={{}}
            />
          ))}
        </ul>
      </Specimen>
      <Specimen name="Signing in">
        <SignInForm next="/operator/styleguide" postSignIn={refuse("wrong")} />
        <Button variant="secondary" isBusy>
          Sign in
        </Button>
      </Specimen>
    </>
  );
}

function contactSince(now: Date): ContactDetail {
  return {
    id: shownId,
    name: "Ada Lovelace",
    phone: "+44 7700 900123",
    email: null,
    stage: "customer",
    addedAt: now,
    tags: [],
    isBeingErased: false,
    attributes: [{ label: "Likes", value: "Beans" }],
    consents: [{ purpose: "marketing", state: "withdrawn", recordedAt: now }],
    conversations: [{ id: "open", channelKind: "whatsapp", lastMessageAt: now }],
    history: [{ id: "1", action: "contact.updated", actorName: "Wren", occurredAt: now }],
  };
}

function conversations(now: Date): ConversationSummary[] {
  return (["open", "snoozed", "closed"] as const).map((state) => ({
    id: state,
    state,
    contactName: state === "closed" ? null : "Ada Lovelace",
    channelKind: "whatsapp",
    lastMessageAt: now,
    lastMessage: { direction: "inbound", kind: "text", body: "Is it still there?", reaction: null },
  }));
}

function messages(now: Date): Message[] {
  const plain = {
    kind: "text",
    body: "Is it still there?",
    templateName: null,
    reaction: null,
    authorName: null,
    senderName: null,
    createdAt: now,
    attachments: [],
  } as const;
  const photo = {
    id: shownId,
    mimeType: "image/jpeg",
    fileName: "beans.jpg",
    sizeBytes: 84_000,
    isStored: false,
  };
  return [
    { ...plain, id: "theirs", direction: "inbound", attachments: [photo] },
    { ...plain, id: "ours", direction: "outbound", authorName: "Wren", attachments: [] },
    {
      ...plain,
      id: "automatic",
      direction: "outbound",
      kind: "template",
      templateName: "thanks",
      attachments: [],
    },
    {
      ...plain,
      id: "reaction",
      direction: "inbound",
      kind: "reaction",
      body: null,
      reaction: "👍",
      attachments: [],
    },
  ];
}
