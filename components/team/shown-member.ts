import type { Role } from "@/lib/team/schemas";

/** A member as the page of the team shows them. */
export type ShownMember = {
  id: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
  isSelf: boolean;
};
