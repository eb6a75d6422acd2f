"use client";

import type { ComponentProps } from "react";
import { Avatar } from "@/components/crm/avatar";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { fillMessage } from "@/components/ui/fill-message";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import { roleMay } from "@/lib/authorization/role-may";
import { Role } from "@/lib/team/schemas";
import { MemberByPost } from "./member-by-post";
import { teamMessages } from "./messages/team-messages";
import { RemoveMemberDialog } from "./remove-member-dialog";
import type { ShownMember } from "./shown-member";

type MemberLineProps = {
  member: ShownMember;
  viewer: Role;
  isBusy: boolean;
  byPost: Omit<ComponentProps<typeof MemberByPost>, "member" | "roles" | "isSelf">;
  onRole: (role: Role) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
};

const messages = teamMessages.team;

/** One member; the server decides again whatever is pressed here. */
export function MemberLine(props: MemberLineProps) {
  const { member, viewer, isBusy, byPost, onRole, onRemove } = props;
  const { name, email, role, joinedAt, isSelf } = member;
  const mayGive = (one: Role) => one !== "owner" || roleMay("change_owners", viewer);
  const mayChange = mayGive(role) && roleMay("change_member_role", viewer);
  const mayRemove = mayGive(role) && roleMay("remove_member", viewer);
  const roles = Role.options.filter(mayGive);

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
      <Avatar name={name} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          <bdi>{name}</bdi>
          {isSelf && <Badge tone="accent">{messages.you}</Badge>}
        </p>
        <p className="truncate text-ink-muted text-sm">{email}</p>
        <p className="text-ink-muted text-sm">
          {messages.since} <DateTime value={joinedAt} />
        </p>
      </div>
      {mayChange ? (
        <>
          <span className="noscript:hidden">
            <Select
              aria-label={fillMessage(messages.roleOf, { name })}
              value={role}
              disabled={isBusy}
              onChange={({ target }) => void onRole(Role.parse(target.value))}
            >
              {roles.map((one) => (
                <option key={one} value={one}>
                  {teamMessages.roles[one]}
                </option>
              ))}
            </Select>
          </span>
          <noscript>
            <MemberByPost {...byPost} member={member} roles={roles} isSelf={isSelf} />
          </noscript>
        </>
      ) : (
        <Badge>{teamMessages.roles[role]}</Badge>
      )}
      {isSelf ? (
        <TextLink href="/account" aria-label={messages.leave} className="text-sm">
          {messages.leaveLink}
        </TextLink>
      ) : (
        mayRemove && <RemoveMemberDialog name={name} isBusy={isBusy} onRemove={onRemove} />
      )}
    </li>
  );
}
