"use client";

import { Dialog as Primitive } from "radix-ui";
import type { ReactElement } from "react";

/** Makes the one button inside it close the dialog around it. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>;
}
