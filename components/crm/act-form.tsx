"use client";

import type { ReactNode } from "react";

type ActFormProps = {
  /** What a browser without scripts posts the fields to. */
  action: (form: FormData) => void;
  fields?: Readonly<Record<string, string>>;
  /** What a script does instead. */
  onAct: () => void;
  children: ReactNode;
};

/** A button that acts: by script, or as a form that the browser posts by itself. */
export function ActForm({ action, fields = {}, onAct, children }: ActFormProps) {
  return (
    <form
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        onAct();
      }}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
