import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { isolated } from "@/components/words/isolated";

type RequestSentProps = { email: string; linkValidFor: string; onAgain: () => void };

/** The one answer to a sent form, for known and unknown addresses alike. It takes the focus. */
export function RequestSent({ email, linkValidFor, onAgain }: RequestSentProps) {
  const t = useTranslations("form.sent");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <div className="grid gap-4 rounded-2xl border border-accent/30 bg-accent-soft p-6 sm:p-8">
      <h3
        ref={heading}
        tabIndex={-1}
        // biome-ignore lint/a11y/noAutofocus: the answer to a posted form; no script may be there to move the focus
        autoFocus
        className="font-semibold text-2xl tracking-[-0.018em]"
      >
        {t("title")}
      </h3>
      <p className="text-lg">{t.rich("text", { email, span: linkValidFor, id: isolated })}</p>
      <p>{t("missing")}</p>
      {/* Without JavaScript a plain GET brings the empty form back. */}
      <form
        method="get"
        onSubmit={(event) => {
          event.preventDefault();
          onAgain();
        }}
      >
        <Button type="submit" variant="secondary" size="compact">
          {t("again")}
        </Button>
      </form>
    </div>
  );
}
