import { useTranslations } from "next-intl";
import type { Role } from "@/lib/team/schemas";
import { Action } from "./components/action";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { useDay } from "./components/use-day";

export type InvitationProps = {
  sender: Sender;
  workspaceName: string;
  role: Role;
  acceptUrl: string;
  expiresAt: Date;
};

/** Invites an address to a team: by whom, as what, and how to join. */
export default function Invitation(props: InvitationProps) {
  const { sender, workspaceName: workspace, role, acceptUrl, expiresAt } = props;
  const t = useTranslations("mails.invitation");
  const day = useDay();

  return (
    <Layout
      sender={sender}
      heading={t("heading", { workspace })}
      preview={t("preview")}
      because="invited"
    >
      <Paragraph>{t(`asked.${role}`, { workspace })}</Paragraph>
      <Action href={acceptUrl} label={t("button")} />
      <Paragraph>{t("valid", { day: day(expiresAt) })}</Paragraph>
    </Layout>
  );
}

Invitation.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  workspaceName: "Acme Flowers",
  role: "agent",
  acceptUrl:
    "https://app.tidewater.example/invitation?token=u6nS0pX3ZQ0b0m4n3mJm2vQk8w1yT5hL7cR9aEfGdBo",
  expiresAt: new Date("2026-12-01T09:30:00Z"),
} satisfies InvitationProps;
