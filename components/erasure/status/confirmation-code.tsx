import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";

/** The public receipt, to be copied or written down. */
export function ConfirmationCode({ code }: { code: string }) {
  const t = useTranslations("status.code");

  return (
    <section
      aria-labelledby="confirmation-code"
      className="rounded-2xl border border-line bg-surface p-5 sm:p-6"
    >
      <h2 id="confirmation-code" className="font-medium text-ink-muted text-sm">
        {t("label")}
      </h2>
      <div className="mt-1.5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <code
          dir="ltr"
          translate="no"
          className="select-all break-all font-mono text-lg tracking-[0.04em] sm:text-xl"
        >
          {code}
        </code>
        <CopyButton text={code} label={t("copy")} copiedLabel={t("copied")} />
      </div>
      <p className="mt-2 text-ink-muted text-sm">{t("hint")}</p>
    </section>
  );
}
