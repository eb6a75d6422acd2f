"use client";

import { Button } from "@/components/ui/button";
import { signOutTo } from "./sign-out-to";

/** Ends the session and goes on to `next`, a path of ours: the sign-in page unless told otherwise. */
export function SignOutButton({ next = "/sign-in" }: { next?: string }) {
  return (
    <Button variant="secondary" onClick={() => void signOutTo(next)}>
      Sign out
    </Button>
  );
}
