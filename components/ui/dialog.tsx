"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { takeNonce } from "./take-nonce";

takeNonce();

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; leave out when `open` is steered from outside. */
  trigger?: ReactNode;
  children: ReactNode;
  /** The buttons at the foot, always in sight; the one that acts comes first. */
  actions?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  closeLabel?: string;
};

/** A modal dialog; on a phone it takes the whole screen. Escape, focus and return are Radix's. */
export function Dialog({
  title,
  description,
  trigger,
  children,
  actions,
  open,
  onOpenChange,
  closeLabel = "Close",
}: DialogProps) {
  return (
    <Primitive.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className="fixed inset-0 z-50 flex animate-rise flex-col bg-surface text-ink shadow-floating outline-none sm:inset-x-0 sm:top-[8vh] sm:bottom-auto sm:mx-auto sm:max-h-[84vh] sm:w-full sm:max-w-xl sm:rounded-2xl sm:border sm:border-line"
        >
          <div className="flex items-start gap-4 border-line border-b p-5 sm:px-7">
            <div className="min-w-0 flex-1 pt-1.5">
              <Primitive.Title className="font-semibold text-xl leading-tight tracking-[-0.015em]">
                {title}
              </Primitive.Title>
              {description && (
                <Primitive.Description className="mt-2 text-ink-muted">
                  {description}
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close
              aria-label={closeLabel}
              className="-me-2 grid size-11 shrink-0 place-items-center rounded-full text-ink-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden="true" className="size-5" />
            </Primitive.Close>
          </div>
          <div
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-5 outline-offset-[-2px] sm:px-7"
          >
            {children}
          </div>
          {actions && (
            <div className="flex flex-col gap-3 border-line border-t p-5 sm:flex-row-reverse sm:px-7">
              {actions}
            </div>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
