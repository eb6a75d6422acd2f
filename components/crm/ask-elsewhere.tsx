import { TextLink } from "@/components/ui/text-link";

/** Where to go when the policy offers no deletion in the settings. */
export function AskElsewhere({ privacyEmail }: { privacyEmail: string }) {
  return (
    <p>
      Workspaces are deleted on request: <TextLink href="/data-deletion">see how to ask</TextLink>,
      or write to <TextLink href={`mailto:${privacyEmail}`}>{privacyEmail}</TextLink>.
    </p>
  );
}
