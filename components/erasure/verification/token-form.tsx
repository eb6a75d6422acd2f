"use client";

import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";

export type TokenFormAction = (form: FormData) => Promise<void>;

type TokenFormProps = { token: string; action: TokenFormAction; label: string; busyLabel: string };

/** One button that posts the link's secret: the only thing here that acts. */
export function TokenForm({ token, action, label, busyLabel }: TokenFormProps) {
  return (
    <form action={action}>
      <input type="hidden" name="token" value={token} />
      <TokenButton label={label} busyLabel={busyLabel} />
    </form>
  );
}

function TokenButton({ label, busyLabel }: { label: string; busyLabel: string }) {
  const { pending } = useFormStatus();

  return (
    <Button type="submit" isBusy={pending}>
      {pending ? busyLabel : label}
    </Button>
  );
}
