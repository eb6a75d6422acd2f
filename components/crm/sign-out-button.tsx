"use client";

import { signOut } from "next-auth/react";
import { Button } from "@/components/ui/button";

/** Ends the session and goes on to `next`, a path of ours: the sign-in page unless told otherwise. */
export function SignOutButton({ next = "/sign-in" }: { next?: string }) {
  return (
    <Button variant="secondary" onClick={() => void signOut({ callbackUrl: next })}>
      Sign out
    </Button>
  );
}
