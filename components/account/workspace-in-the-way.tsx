import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { deleteAccountMessages } from "./messages/delete-account-messages";

type WorkspaceInTheWayProps = {
  name: string;
  /** Its own deletion, where that has begun. */
  erasure: { confirmationCode: string } | null;
  /** To whom it can be handed over; null where there is nobody. */
  handOver: ReactNode;
  deleteDialog: ReactNode;
};

const messages = deleteAccountMessages.inTheWay;

/** A workspace that would be left without an owner, and the ways to let go of it. */
export function WorkspaceInTheWay(props: WorkspaceInTheWayProps) {
  const { name, erasure, handOver, deleteDialog } = props;

  return (
    <li className="grid gap-4 py-5">
      <h3 className="font-medium">
        <bdi>{name}</bdi>
      </h3>
      {erasure ? (
        <p className="text-ink-muted">
          {messages.closing}{" "}
          <TextLink href={`/data-deletion/status/${erasure.confirmationCode}`}>
            {messages.status}
          </TextLink>
        </p>
      ) : (
        <>
          {handOver ?? <p className="text-ink-muted">{messages.alone}</p>}
          <div>{deleteDialog}</div>
        </>
      )}
    </li>
  );
}
