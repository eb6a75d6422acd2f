import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { currentUser, forgetSessionCookie } from "@/lib/auth";
import { safeNextPath } from "@/lib/crm/safe-next-path";

/**
 * Signs a browser out whose session has ended elsewhere: its cookie goes, and the sign-in page says
 * why. Whoever is signed in stays so: no link can sign anybody out.
 */
export async function GET(request: NextRequest): Promise<never> {
  const next = safeNextPath(request.nextUrl.searchParams.get("next"));
  if (await currentUser()) redirect(next);

  await forgetSessionCookie();
  redirect(`/sign-in?ended${next === "/" ? "" : `&next=${encodeURIComponent(next)}`}`);
}
