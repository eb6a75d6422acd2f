import type { ReactNode } from "react";
import { Heading } from "react-email";

/** The title of a part of a mail. */
export function Subheading({ children }: { children: ReactNode }) {
  return (
    <Heading
      as="h2"
      style={{ margin: "28px 0 8px", fontSize: "18px", lineHeight: "26px", fontWeight: 600 }}
    >
      {children}
    </Heading>
  );
}
