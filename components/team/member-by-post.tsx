import { Button } from "@/components/ui/button";
import { fillMessage } from "@/components/ui/fill-message";
import { Select } from "@/components/ui/select";
import type { Role } from "@/lib/team/schemas";
import { teamMessages } from "./messages/team-messages";
import type { ShownMember } from "./shown-member";

type MemberByPostProps = {
  workspaceId: string;
  member: ShownMember;
  roles: readonly Role[];
  isSelf: boolean;
  changeRole: (form: FormData) => void;
  removeMember: (form: FormData) => void;
};

const { team, removal } = teamMessages;

/** A member's role and removal as forms; what a dialog says first stands before the button. */
export function MemberByPost(props: MemberByPostProps) {
  const { workspaceId, member, roles, isSelf, changeRole, removeMember } = props;
  const { id, name, role } = member;
  const onMember = (
    <>
      <input type="hidden" name="workspaceId" value={workspaceId} />
      <input type="hidden" name="memberId" value={id} />
    </>
  );

  return (
    <div className="grid gap-3">
      <form action={changeRole} className="flex gap-3">
        {onMember}
        <Select name="role" aria-label={fillMessage(team.roleOf, { name })} defaultValue={role}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {teamMessages.roles[one]}
            </option>
          ))}
        </Select>
        <Button
          type="submit"
          variant="secondary"
          aria-label={fillMessage(team.changeLabel, { name })}
        >
          {team.change}
        </Button>
      </form>
      {!isSelf && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2">
            {fillMessage(team.removeLabel, { name })}
          </summary>
          <form action={removeMember} className="grid max-w-md gap-3">
            {onMember}
            <input type="hidden" name="name" value={name} />
            <p className="text-ink-muted">{removal.description}</p>
            <p className="text-ink-muted">{removal.tokens}</p>
            <div>
              <Button type="submit" variant="danger">
                {removal.confirm}
              </Button>
            </div>
          </form>
        </details>
      )}
    </div>
  );
}
