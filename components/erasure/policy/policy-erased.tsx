import { useFormatter, useTranslations } from "next-intl";
import type { SubjectKind } from "@/lib/erasure/status";
import type { PolicyStatement, SubjectStatement } from "@/lib/policy/policy-statement";

const order = ["workspace", "account", "contact", "meta_user"] as const satisfies SubjectKind[];

type PolicyErasedProps = { statement: PolicyStatement; erasesMembers: boolean };

/** What goes, subject by subject, in the words of the published categories. */
export function PolicyErased({ statement, erasesMembers }: PolicyErasedProps) {
  const t = useTranslations("policy.erased");

  return (
    <div className="grid gap-10 print:block print:space-y-6">
      {order.map((kind) => {
        const subject = statement.subjects[kind];
        return (
          subject && (
            <SubjectErased key={kind} kind={kind} subject={subject}>
              {kind === "workspace" && erasesMembers ? t("members") : null}
            </SubjectErased>
          )
        );
      })}
      <p>{t("final")}</p>
    </div>
  );
}

type SubjectErasedProps = { kind: SubjectKind; subject: SubjectStatement; children: string | null };

function SubjectErased({ kind, subject, children }: SubjectErasedProps) {
  const t = useTranslations("policy.erased");
  const category = useTranslations("vocabulary.categories");
  const format = useFormatter();
  const blanked = format.list(subject.blanked.map((name) => category(`${name}.title`)));

  return (
    <section aria-labelledby={`erased-${kind}`}>
      <h3 id={`erased-${kind}`} className="font-semibold text-xl tracking-[-0.012em]">
        {t(`subjects.${kind}.title`)}
      </h3>
      <p className="mt-1">{t(`subjects.${kind}.text`)}</p>
      <dl className="mt-4 grid gap-x-8 border-line border-y sm:grid-cols-2">
        {subject.erased.map((name) => (
          <div key={name} className="-mt-px border-line border-t py-3 break-inside-avoid">
            <dt className="font-medium">{category(`${name}.title`)}</dt>
            <dd className="text-ink-muted text-sm">{category(`${name}.contents`)}</dd>
          </div>
        ))}
      </dl>
      {(children || blanked) && (
        <p className="mt-3 text-ink-muted text-sm">
          {children} {blanked && t("blanked", { categories: blanked })}
        </p>
      )}
    </section>
  );
}
