import { CopyButton } from "@/components/ui/copy-button";
import { statusMessages } from "../messages/status-messages";

/** The public receipt, to be copied or written down. */
export function ConfirmationCode({ code }: { code: string }) {
  const { label, hint, copy, copied } = statusMessages.code;

  return (
    <section
      aria-labelledby="confirmation-code"
      className="rounded-2xl border border-line bg-surface p-5 sm:p-6"
    >
      <h2 id="confirmation-code" className="font-medium text-ink-muted text-sm">
        {label}
      </h2>
      <div className="mt-1.5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <code
          translate="no"
          className="select-all break-all font-mono text-lg tracking-[0.04em] sm:text-xl"
        >
          {code}
        </code>
        <CopyButton text={code} label={copy} copiedLabel={copied} />
      </div>
      <p className="mt-2 text-ink-muted text-sm">{hint}</p>
    </section>
  );
}
