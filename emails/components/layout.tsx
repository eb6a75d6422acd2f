import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Body, Container, Head, Heading, Hr, Html, Preview, Section, Text } from "react-email";
import { languageOf, languages } from "@/lib/i18n/languages";
import { AddressLink } from "./address-link";
import { colours, darkMode } from "./colours";

/** Who writes: the vendor of the policy profile. */
export type Sender = { company: string; privacyEmail: string };

type LayoutProps = {
  sender: Sender;
  /** The line that an inbox shows beside the subject. */
  preview: string;
  heading: string;
  /** Why the reader gets it. */
  because?: "request" | "signedIn" | "invited" | "operating" | "administering";
  children: ReactNode;
};

/**
 * The frame of every mail: one column of text, readable without its styles.
 *
 * Nothing is fetched from outside and no link is rewritten, so reading it tells nobody anything.
 */
export function Layout({ sender, preview, heading, because = "request", children }: LayoutProps) {
  const t = useTranslations("mails.layout");
  const language = languageOf(useLocale());
  const { direction } = languages[language];

  return (
    <Html lang={language} dir={direction}>
      <Head>
        <title>{heading}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <style>{darkMode}</style>
      </Head>
      <Body className="canvas" dir={direction} style={canvas}>
        <Preview useTitleTag={false}>{preview}</Preview>
        <Container style={{ maxWidth: "560px", padding: "40px 24px" }}>
          <Text className="quiet" style={{ ...quiet, margin: "0 0 24px", fontWeight: 600 }}>
            {sender.company}
          </Text>
          <Heading as="h1" style={title}>
            {heading}
          </Heading>
          <Section>{children}</Section>
          <Hr
            className="rule"
            style={{ borderTop: `1px solid ${colours.rule}`, margin: "32px 0" }}
          />
          <Text className="quiet" style={{ ...quiet, margin: 0 }}>
            {t.rich(questions[because], {
              company: sender.company,
              address: () => <AddressLink address={sender.privacyEmail} tone="quiet" />,
            })}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

const questions = {
  request: "questions",
  signedIn: "questionsSignedIn",
  invited: "questionsInvited",
  operating: "questionsOperating",
  administering: "questionsAdministering",
} as const;

const canvas = {
  margin: 0,
  padding: 0,
  backgroundColor: colours.canvas,
  color: colours.ink,
  fontFamily:
    "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
};

const title = { margin: "0 0 16px", fontSize: "24px", lineHeight: "32px", fontWeight: 600 };

const quiet = { color: colours.quiet, fontSize: "14px", lineHeight: "22px" };
