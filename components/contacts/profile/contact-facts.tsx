import { Badge } from "@/components/ui/badge";
import { DataList } from "@/components/ui/data-list";
import { DateTime } from "@/components/ui/date-time";
import type { ContactDetail } from "@/lib/contacts/schemas";
import { contactMessages } from "../messages/contact-messages";
import { stageNames } from "../messages/contacts-messages";

const { details, consent } = contactMessages;

/** Who a contact is, and what they agreed to. */
export function ContactFacts({ contact }: { contact: ContactDetail }) {
  const { phone, email, stage, tags, attributes, addedAt, consents } = contact;

  return (
    <>
      <section aria-labelledby="details" className="grid gap-4">
        <h2 id="details" className="font-semibold text-lg">
          {details.title}
        </h2>
        <DataList
          items={[
            { key: "phone", term: details.phone, value: orNone(phone) },
            { key: "email", term: details.email, value: orNone(email) },
            { key: "stage", term: details.stage, value: stageNames[stage] },
            {
              key: "tags",
              term: details.tags,
              value:
                tags.length === 0 ? (
                  orNone(null)
                ) : (
                  <span className="flex flex-wrap gap-1">
                    {tags.map(({ id, name }) => (
                      <Badge key={id}>{name}</Badge>
                    ))}
                  </span>
                ),
            },
            ...attributes.map(({ label, value }) => ({
              key: `attribute ${label}`,
              term: <bdi>{label}</bdi>,
              value: <bdi>{value}</bdi>,
            })),
            { key: "added", term: details.added, value: <DateTime value={addedAt} /> },
          ]}
        />
      </section>
      <section aria-labelledby="consent" className="grid gap-4">
        <h2 id="consent" className="font-semibold text-lg">
          {consent.title}
        </h2>
        {consents.length === 0 ? (
          <p className="text-ink-muted">{consent.none}</p>
        ) : (
          <DataList
            items={consents.map(({ purpose, state, recordedAt }) => ({
              key: purpose,
              term: purpose.replaceAll("_", " "),
              value: (
                <>
                  <Badge tone={state === "granted" ? "success" : "warning"}>{consent[state]}</Badge>{" "}
                  <DateTime value={recordedAt} />
                </>
              ),
            }))}
          />
        )}
      </section>
    </>
  );
}

function orNone(value: string | null) {
  return value ? (
    <bdi dir="ltr">{value}</bdi>
  ) : (
    <span className="text-ink-muted">{details.none}</span>
  );
}
