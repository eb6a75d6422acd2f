"use server";

import { previewCase } from "@/lib/erasure";
import { PreviewCase } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Counts what carrying out a request would do now. */
export const preview = operatorAction("preview_request", PreviewCase, previewCase);
