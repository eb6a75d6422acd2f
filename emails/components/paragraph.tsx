import type { ReactNode } from "react";
import { Text } from "react-email";

/** Running text. Its colour is the canvas's, so that it follows light and dark. */
export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text style={{ margin: "0 0 16px", fontSize: "16px", lineHeight: "26px" }}>{children}</Text>
  );
}
