import { DataList } from "@/components/ui/data-list";
import { DateTime } from "@/components/ui/date-time";

type WorkspaceDetailsProps = {
  workspace: {
    name: string;
    slug: string;
    businessName: string | null;
    businessEmail: string | null;
    businessPhone: string | null;
    businessAddress: string | null;
    createdAt: Date;
  };
};

/** A workspace's name and address, and the business behind it. */
export function WorkspaceDetails({ workspace }: WorkspaceDetailsProps) {
  return (
    <section aria-labelledby="details" className="grid gap-4">
      <h2 id="details" className="font-semibold text-lg">
        Business details
      </h2>
      <DataList
        items={[
          { key: "name", term: "Name", value: workspace.name },
          { key: "slug", term: "Slug", value: <code>{workspace.slug}</code> },
          { key: "businessName", term: "Business", value: orNone(workspace.businessName) },
          { key: "businessEmail", term: "E-mail", value: orNone(workspace.businessEmail) },
          { key: "businessPhone", term: "Telephone", value: orNone(workspace.businessPhone) },
          {
            key: "businessAddress",
            term: "Address",
            value: <span className="whitespace-pre-line">{orNone(workspace.businessAddress)}</span>,
          },
          { key: "createdAt", term: "Since", value: <DateTime value={workspace.createdAt} /> },
        ]}
      />
    </section>
  );
}

function orNone(value: string | null) {
  return value ? <bdi>{value}</bdi> : <span className="text-ink-muted">Not given</span>;
}
