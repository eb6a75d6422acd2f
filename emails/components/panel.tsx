import type { ReactNode } from "react";
import { Section } from "react-email";
import { colours } from "./colours";

/** A quiet box for facts to look up later. */
export function Panel({ children }: { children: ReactNode }) {
  return (
    <Section
      className="panel"
      style={{
        backgroundColor: colours.panel,
        borderRadius: "8px",
        margin: "8px 0 24px",
        padding: "16px 20px",
      }}
    >
      {children}
    </Section>
  );
}
