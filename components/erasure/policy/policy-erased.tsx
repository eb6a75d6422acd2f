import { fillMessage } from "@/components/ui/fill-message";
import { formatList } from "@/components/ui/format-list";
import type { SubjectKind } from "@/lib/erasure/status";
import type { categories } from "@/lib/policy/categories";
import type { PolicyStatement, SubjectStatement } from "@/lib/policy/policy-statement";
import { policyMessages } from "../messages/policy-messages";

const order = ["workspace", "account", "contact", "meta_user"] as const satisfies SubjectKind[];

type PolicyErasedProps = {
  statement: PolicyStatement;
  categories: typeof categories;
  erasesMembers: boolean;
};

/** What goes, subject by subject, in the words of the published categories. */
export function PolicyErased({ statement, categories, erasesMembers }: PolicyErasedProps) {
  const { subjects, final } = policyMessages.erased;

  return (
    <div className="grid gap-10 print:block print:space-y-6">
      {order.map((kind) => {
        const subject = statement.subjects[kind];
        return (
          subject && (
            <SubjectErased key={kind} kind={kind} subject={subject} categories={categories}>
              {kind === "workspace" && erasesMembers ? subjects.workspace.members : null}
            </SubjectErased>
          )
        );
      })}
      <p>{final}</p>
    </div>
  );
}

type SubjectErasedProps = {
  kind: SubjectKind;
  subject: SubjectStatement;
  categories: PolicyErasedProps["categories"];
  children: string | null;
};

function SubjectErased({ kind, subject, categories, children }: SubjectErasedProps) {
  const { title, text } = policyMessages.erased.subjects[kind];
  const blanked = subject.blanked.map((category) => categories[category].title);

  return (
    <section aria-labelledby={`erased-${kind}`}>
      <h3 id={`erased-${kind}`} className="font-semibold text-xl tracking-[-0.012em]">
        {title}
      </h3>
      <p className="mt-1">{text}</p>
      <dl className="mt-4 grid gap-x-8 border-line border-y sm:grid-cols-2">
        {subject.erased.map((category) => (
          <div key={category} className="-mt-px border-line border-t py-3 break-inside-avoid">
            <dt className="font-medium">{categories[category].title}</dt>
            <dd className="text-ink-muted text-sm">{categories[category].contents}</dd>
          </div>
        ))}
      </dl>
      {(children || blanked.length > 0) && (
        <p className="mt-3 text-ink-muted text-sm">
          {children}{" "}
          {blanked.length > 0 &&
            fillMessage(policyMessages.erased.blanked, { categories: formatList(blanked) })}
        </p>
      )}
    </section>
  );
}
