import type { Metadata } from "next";
import { NotFoundMessage } from "@/components/not-found-message";
import { pageMessages } from "@/components/page-messages";

export const metadata: Metadata = { title: { absolute: pageMessages.notFound.title } };

/** Inside the public frame: above all for codes that nobody was given. */
export default function PublicNotFound() {
  return <NotFoundMessage />;
}
