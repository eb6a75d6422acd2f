import { z } from "zod";
import { NewPassword, PersonName } from "@/lib/account/schemas";
import { roles } from "@/lib/authorization/acts";
import { Email } from "@/lib/erasure/schemas";

/** Shared by the team's forms and the server. */

export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

const onWorkspace = { workspaceId: z.uuid() };

export const OnMember = z.object({ ...onWorkspace, memberId: z.uuid() });
export type OnMember = z.infer<typeof OnMember>;

export const ChangeRole = z.object({ ...onWorkspace, memberId: z.uuid(), role: Role });
export type ChangeRole = z.infer<typeof ChangeRole>;

export const OnWorkspace = z.object(onWorkspace);
export type OnWorkspace = z.infer<typeof OnWorkspace>;

export const InviteMember = z.object({ ...onWorkspace, email: Email, role: Role });
export type InviteMember = z.infer<typeof InviteMember>;

export const OnInvitation = z.object({ ...onWorkspace, invitationId: z.uuid() });
export type OnInvitation = z.infer<typeof OnInvitation>;

/** The secret of an invitation's link, as it is mailed. */
export const InvitationToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const JoinWithAccount = z.object({ token: InvitationToken });
export type JoinWithAccount = z.infer<typeof JoinWithAccount>;

export const JoinAsNewcomer = z.object({
  token: InvitationToken,
  name: PersonName,
  password: NewPassword,
});
export type JoinAsNewcomer = z.infer<typeof JoinAsNewcomer>;
