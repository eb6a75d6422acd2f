"use client";

import { AccountErasureNotice } from "@/components/account/account-erasure-notice";
import { DeleteAccountSection } from "@/components/account/delete-account-section";
import { EmailSection } from "@/components/account/email-section";
import { ExportSection } from "@/components/account/export-section";
import { HandOverForm } from "@/components/account/hand-over-form";
import { MetaLoginSection } from "@/components/account/meta-login-section";
import { PasswordSection } from "@/components/account/password-section";
import { ProfileSection } from "@/components/account/profile-section";
import { SessionsSection } from "@/components/account/sessions-section";
import { WorkspaceInTheWay } from "@/components/account/workspace-in-the-way";
import { WorkspacesSection } from "@/components/account/workspaces-section";
import { Button } from "@/components/ui/button";
import { Specimen } from "./specimen";
import { refuse, shownId } from "./stand-ins";

const member = { id: shownId, name: "Wren Castellanos", email: "wren@acme.test" };
const workspace = { id: shownId, name: "Acme" };

/** A person's own account, in the states that it has beside the usual one. */
export function AccountSpecimens({ now }: { now: Date }) {
  const closing = { confirmationCode: "A1b2C3d4E5f6G7h8I9j0" };

  return (
    <>
      <Specimen name="An account that is being deleted">
        <AccountErasureNotice
          erasure={{ ...closing, purgeAfter: now }}
          keepAccount={refuse("account_closed")}
          className="w-full"
        />
      </Specimen>
      <Specimen name="An account's sections" isStacked>
        <ProfileSection
          profile={{ name: member.name, locale: "en" }}
          languages={["en", "ar"]}
          updateProfile={refuse("invalid_input")}
        />
        <EmailSection
          email={member.email}
          hasPassword
          requestEmailChange={refuse("address_taken")}
          confirmEmailChange={refuse("wrong_code")}
        />
        <PasswordSection hasPassword changePassword={refuse("wrong_password")} />
        <MetaLoginSection
          metaLogin={{ displayName: "Wren", linkedAt: now }}
          hasPassword={false}
          disconnectMeta={refuse("only_login")}
        />
        <MetaLoginSection metaLogin={null} hasPassword disconnectMeta={refuse("only_login")} />
        <SessionsSection
          sessions={[
            { id: "1", browser: "Firefox on Linux", createdAt: now, isCurrent: true },
            { id: "2", browser: null, createdAt: now, isCurrent: false },
          ]}
          endSession={refuse("account_closed")}
          endOtherSessions={refuse("account_closed")}
        />
        <WorkspacesSection
          memberships={(["owner", "agent"] as const).map((role) => ({
            workspaceId: role,
            slug: "acme",
            name: `Acme, as its ${role}`,
            role,
            isSoleOwner: role === "owner",
            isClosing: false,
          }))}
          leaveWorkspace={refuse("last_owner")}
        />
        <ExportSection />
        <DeleteAccountSection
          askElsewhere={null}
          underWay={null}
          inTheWay={[
            <WorkspaceInTheWay
              key="handed"
              name="Acme, which can be handed over"
              erasure={null}
              handOver={
                <HandOverForm
                  workspace={workspace}
                  members={[member]}
                  changeRole={refuse("owners_only")}
                />
              }
              deleteDialog={<Button variant="danger">Delete workspace</Button>}
            />,
            <WorkspaceInTheWay
              key="closing"
              name="Acme, which is closing"
              erasure={closing}
              handOver={null}
              deleteDialog={null}
            />,
          ]}
          dialog={null}
        />
        <DeleteAccountSection
          askElsewhere={{ privacyEmail: "privacy@example.test" }}
          underWay={null}
          inTheWay={[]}
          dialog={null}
        />
      </Specimen>
    </>
  );
}
