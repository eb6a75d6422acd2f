import { CircleAlert } from "lucide-react";

type FieldErrorProps = { id: string | undefined; message: string | undefined };

/** What is wrong with one field, beside that field; nothing when nothing is. */
export function FieldError({ id, message }: FieldErrorProps) {
  if (!message) return null;

  return (
    <p id={id} className="flex items-start gap-2 font-medium text-danger text-sm">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>{message}</span>
    </p>
  );
}
