"use client";

import { Button } from "@/components/ui/button";
import { signOutTo } from "./sign-out-to";

type SignOutButtonProps = {
  /** Where to go on, a path of ours: the sign-in page unless told otherwise. */
  next?: string;
  /** For a browser that posts the form by itself. */
  postSignOut: (form: FormData) => Promise<void>;
};

/** Ends the session and goes on to `next`. */
export function SignOutButton({ next = "/sign-in", postSignOut }: SignOutButtonProps) {
  return (
    <form
      action={postSignOut}
      onSubmit={(event) => {
        event.preventDefault();
        void signOutTo(next);
      }}
    >
      <input type="hidden" name="next" value={next} />
      <Button type="submit" variant="secondary">
        Sign out
      </Button>
    </form>
  );
}
