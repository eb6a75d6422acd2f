import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { TextLink } from "@/components/ui/text-link";

type ErasureNoticeProps = { erasure: { confirmationCode: string; purgeAfter: Date | null } };

/** Says on every page of a workspace that it is being deleted, and where to follow that. */
export function ErasureNotice({ erasure }: ErasureNoticeProps) {
  const { confirmationCode, purgeAfter } = erasure;

  return (
    <Callout tone="warning" title="This workspace is being deleted" className="m-4 shrink-0 sm:m-6">
      {purgeAfter ? (
        <>
          Nothing is deleted before <DateTime value={purgeAfter} />.{" "}
        </>
      ) : (
        "What you see here may already be incomplete. "
      )}
      <TextLink href={`/data-deletion/status/${confirmationCode}`}>
        See how far the deletion is
      </TextLink>
    </Callout>
  );
}
