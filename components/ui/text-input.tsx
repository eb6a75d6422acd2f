import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlStyle } from "./control-style";

/** A one-line text box. Give it a label with `Field`. */
export function TextInput({ className, ...rest }: ComponentProps<"input">) {
  return <input type="text" {...rest} className={clsx(controlStyle, className)} />;
}
