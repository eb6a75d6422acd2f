import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { userMay } from "@/lib/authorization/user-may";
import type { CurrentUser } from "./find-session-user";
import { requireUser } from "./require-user";

/**
 * The operator who is signed in. Whoever else is signed in finds that the page does not exist; nobody
 * is told that there is a desk.
 *
 * Asked by every layout, page and route for itself: a layout alone protects nothing.
 */
export const requireOperator = cache(async (next: string): Promise<CurrentUser> => {
  const user = await requireUser(next);
  if (!userMay("enter_desk", user)) notFound();
  return user;
});
