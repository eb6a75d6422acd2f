import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { AccountSection } from "./account-section";
import { deleteAccountMessages } from "./messages/delete-account-messages";

type DeleteAccountSectionProps = {
  /** Where to write when the policy offers no deletion here; null when it does. */
  askElsewhere: { privacyEmail: string } | null;
  /** The deletion that is under way already: what to do about it. */
  underWay: ReactNode;
  /** Workspaces that somebody has to own first, each with the ways out. */
  inTheWay: readonly ReactNode[];
  /** The way to delete, for those who can. */
  dialog: ReactNode;
};

const messages = deleteAccountMessages;

/** Where an account ends. */
export function DeleteAccountSection(props: DeleteAccountSectionProps) {
  const { askElsewhere, underWay, inTheWay, dialog } = props;

  return (
    <AccountSection
      title={messages.title}
      text={underWay ? undefined : messages.text}
      tone="danger"
    >
      {underWay ??
        (askElsewhere ? (
          <p>
            {messages.elsewhere} <TextLink href="/data-deletion">{messages.elsewhereLink}</TextLink>
            , {messages.elsewhereMail}{" "}
            <TextLink href={`mailto:${askElsewhere.privacyEmail}`}>
              {askElsewhere.privacyEmail}
            </TextLink>
            .
          </p>
        ) : inTheWay.length > 0 ? (
          <>
            <p>{messages.inTheWay.text}</p>
            <ul className="divide-y divide-line border-line border-y">{inTheWay}</ul>
          </>
        ) : (
          <div>{dialog}</div>
        ))}
    </AccountSection>
  );
}
