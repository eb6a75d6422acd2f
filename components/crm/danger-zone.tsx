import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";

type DangerZoneProps = {
  mayDelete: boolean;
  /** Owners and admins by name, for those who may not do it themselves. */
  administrators: readonly string[];
  /** The deletion that is under way already, if one is. */
  erasure: { confirmationCode: string } | null;
  /** The way to delete, for those who may. */
  action: ReactNode;
};

/** Where a workspace ends. */
export function DangerZone({ mayDelete, administrators, erasure, action }: DangerZoneProps) {
  return (
    <Panel tone="danger" aria-labelledby="danger" className="grid gap-4">
      <h2 id="danger" className="font-semibold text-lg">
        Delete this workspace
      </h2>
      {erasure ? (
        <p className="text-ink-muted">
          Its deletion is under way.{" "}
          <TextLink href={`/data-deletion/status/${erasure.confirmationCode}`}>
            See how far it is
          </TextLink>
        </p>
      ) : mayDelete ? (
        <>
          <p className="text-ink-muted">
            Deletes its contacts, conversations, media, orders and everything else in it, for good.
            You will first see exactly what, and what is kept.
          </p>
          <div>{action}</div>
        </>
      ) : (
        <p className="text-ink-muted">
          Only owners and admins can do this. In this workspace that is {listOf(administrators)}.
        </p>
      )}
    </Panel>
  );
}

function listOf(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
}
