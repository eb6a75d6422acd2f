import { answer } from "./answer";
import { cancellation } from "./cancellation";
import { form } from "./form";
import { mails } from "./mails";
import { policy } from "./policy";
import { receipt } from "./receipt";
import { site } from "./site";
import { status } from "./status";
import { verification } from "./verification";
import { vocabulary } from "./vocabulary";

/** English is written first: the other catalogs have to have its keys, and its arguments. */
export const en = {
  answer,
  cancellation,
  form,
  mails,
  policy,
  receipt,
  site,
  status,
  verification,
  vocabulary,
} as const;
