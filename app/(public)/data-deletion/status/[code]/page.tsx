import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { RequestStatus } from "@/components/erasure/request-status";
import { TooManyTries } from "@/components/erasure/too-many-tries";
import { readRequestStatus } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { currentPolicy } from "../../../current-policy";
import { lookUp, shutOut } from "../../../look-up";

type StatusPageProps = { params: Promise<{ code: string }> };

const statusOf = cache((code: string) =>
  lookUp(
    "/data-deletion/status/[code]",
    () => readRequestStatus(erasureContext({ type: "requester" }), code),
    (status) => status === null,
  ),
);

/** An unknown code gets no title of its own: it must look like any address that leads nowhere. */
export async function generateMetadata({ params }: StatusPageProps): Promise<Metadata> {
  if ((await statusOf((await params).code)) === null) notFound();
  const t = await getTranslations("status");

  return {
    title: t("title"),
    referrer: "no-referrer",
    robots: { index: false, follow: false },
  };
}

/** Where a request stands, for whoever holds its code. It names nobody. */
export default async function StatusPage({ params }: StatusPageProps) {
  const status = await statusOf((await params).code);
  if (status === null) notFound();
  if (status === shutOut) return <TooManyTries />;
  const { profile } = await currentPolicy();

  return <RequestStatus status={status} profile={profile} />;
}
