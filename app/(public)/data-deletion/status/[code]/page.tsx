import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { RequestStatus } from "@/components/erasure/request-status";
import { readRequestStatus } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { safely } from "@/lib/safely";
import { currentPolicy } from "../../../current-policy";

type StatusPageProps = { params: Promise<{ code: string }> };

const statusOf = cache((code: string) =>
  safely("/data-deletion/status/[code]", () =>
    readRequestStatus(erasureContext({ type: "requester" }), code),
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
  const { profile } = await currentPolicy();

  return <RequestStatus status={status} profile={profile} />;
}
