import type { Messages, Translation } from "../catalog";
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

/** Every text in Indonesian. */
export const id: Translation<Messages> = {
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
};
