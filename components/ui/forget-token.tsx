"use client";

import { useEffect } from "react";

/** Takes the secret out of the address bar and the history; the form has its own copy. */
export function ForgetToken() {
  useEffect(() => {
    window.history.replaceState(null, "", window.location.pathname);
  }, []);

  return null;
}
