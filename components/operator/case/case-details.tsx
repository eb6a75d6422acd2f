import { Badge } from "@/components/ui/badge";
import { DataList } from "@/components/ui/data-list";
import type { CaseDetails as Details } from "@/lib/erasure/desk/status";
import { caseMessages } from "../messages/case-messages";

const { asked, candidates: words } = caseMessages;

/** What somebody wrote with their request, their answers, and whom it may be about. */
export function CaseDetails({ details }: { details: Details }) {
  return (
    <div className="grid gap-6">
      {details.fields.length === 0 ? (
        <p className="text-ink-muted">{asked.nothing}</p>
      ) : (
        <DataList
          items={details.fields.map(({ name, value }) => ({
            key: name,
            term: asked.fields[name] ?? name,
            value: <span className="whitespace-pre-wrap">{value}</span>,
          }))}
        />
      )}
      {details.questions.length > 0 && (
        <section className="grid gap-3">
          <h3 className="font-medium">{asked.questions}</h3>
          <p className="text-ink-muted text-sm">{asked.unchecked}</p>
          <ol className="grid gap-3">
            {details.questions.map(({ text, answer }) => (
              <li key={text} className="grid gap-2 rounded-xl border border-line p-4">
                <p className="whitespace-pre-wrap text-ink-muted">{text}</p>
                <p className="whitespace-pre-wrap">{answer ?? asked.noAnswer}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className="grid gap-3">
        <h3 className="font-medium">{words.title}</h3>
        {details.candidates.length === 0 ? (
          <p className="text-ink-muted">{words.none}</p>
        ) : (
          <ul className="grid gap-2">
            {details.candidates.map(({ subjectId, label, notes }) => (
              <li key={subjectId} className="grid gap-2 rounded-xl border border-line p-3">
                <span>{label}</span>
                <span className="flex flex-wrap gap-1.5">
                  {notes.map((note) => (
                    <Badge key={note} tone={note === "not_a_member" ? "warning" : "neutral"}>
                      {words.notes[note]}
                    </Badge>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
