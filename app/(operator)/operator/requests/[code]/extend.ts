"use server";

import { extendDeadline } from "@/lib/erasure";
import { ExtendDeadline } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Extends a deadline, once. */
export const extend = operatorAction("extend_deadline", ExtendDeadline, extendDeadline);
