import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth";
import { safely } from "@/lib/safely";

export const dynamic = "force-dynamic";

type AuthContext = { params: Promise<{ nextauth: string[] }> };

/** Signing in and out. The options are made per request: a build has no environment. */
async function handle(request: NextRequest, context: AuthContext): Promise<Response> {
  return await safely("/api/auth", () => NextAuth(request, context, authOptions()));
}

export { handle as GET, handle as POST };
