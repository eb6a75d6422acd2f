import { notFound } from "next/navigation";

/** What is at no address among the public pages is said to be nowhere in their frame and language. */
export default function NowherePage() {
  notFound();
}
