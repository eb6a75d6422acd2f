import { Button, Section, Text } from "react-email";
import { colours } from "./colours";
import { PageLink } from "./page-link";

type ActionProps = { href: string; label: string };

/** The one thing to do, as a button and once more as an address to copy. */
export function Action({ href, label }: ActionProps) {
  return (
    <Section style={{ margin: "8px 0 24px" }}>
      <Button
        className="action"
        href={href}
        data-skip-in-text="true"
        style={{
          backgroundColor: colours.action,
          color: colours.onAction,
          borderRadius: "8px",
          padding: "14px 24px",
          fontSize: "16px",
          fontWeight: 600,
        }}
      >
        {label}
      </Button>
      <Text
        className="quiet"
        style={{ margin: "16px 0 0", color: colours.quiet, fontSize: "14px", lineHeight: "22px" }}
      >
        {label}: <PageLink href={href} />
      </Text>
    </Section>
  );
}
