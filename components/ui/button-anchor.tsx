import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";

type ButtonAnchorProps = ComponentProps<"a"> & { variant?: ButtonVariant; size?: ButtonSize };

/** A link where a button is expected, as the browser itself follows it: needs no script. */
export function ButtonAnchor({
  variant = "primary",
  size = "regular",
  className,
  ...rest
}: ButtonAnchorProps) {
  return <a {...rest} className={buttonStyle(variant, size, className)} />;
}
