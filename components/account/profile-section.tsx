"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useForm } from "@/components/ui/use-form";
import type { AccountResult } from "@/lib/account/errors";
import { UpdateProfile } from "@/lib/account/schemas";
import type { Language } from "@/lib/i18n/languages";
import type { BothWays } from "@/lib/posted/schemas";
import { AccountSection } from "./account-section";
import { languageName } from "./language-name";
import { accountMessages } from "./messages/account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type ProfileSectionProps = {
  profile: { name: string; locale: string };
  /** The languages that there are mails in. */
  languages: readonly Language[];
  updateProfile: BothWays<UpdateProfile, AccountResult>;
};

const messages = accountMessages.profile;

/** Name and language. */
export function ProfileSection({ profile, languages, updateProfile }: ProfileSectionProps) {
  const { act, outcome, isBusy } = useAct(refusalMessages);
  const posted = usePosted(updateProfile, { refusals: refusalMessages, done: messages.done });
  const locale = UpdateProfile.shape.locale
    .catch("en")
    .parse(posted.typed.locale ?? profile.locale);
  const known = { name: posted.typed.name ?? profile.name, locale };
  const { register, handleSubmit, formState } = useForm<UpdateProfile>({
    resolver: zodResolver(UpdateProfile),
    defaultValues: known,
  });
  const { errors } = formState;

  return (
    <AccountSection title={messages.title}>
      <form
        action={posted.action}
        noValidate
        onSubmit={handleSubmit(async (input) => {
          await act(() => updateProfile(input), messages.done);
        })}
        className="grid gap-5"
      >
        <Field
          label={messages.name}
          hint={messages.nameHint}
          error={errors.name?.message ?? posted.faults.name}
        >
          {(control) => (
            <TextInput
              {...control}
              {...register("name")}
              defaultValue={known.name}
              autoComplete="name"
              maxLength={100}
            />
          )}
        </Field>
        <Field
          label={messages.language}
          hint={messages.languageHint}
          error={errors.locale?.message ?? posted.faults.locale}
        >
          {(control) => (
            <Select {...control} {...register("locale")} defaultValue={locale}>
              {[...new Set([...languages, locale])].map((language) => (
                <option key={language} value={language}>
                  {languageName(language)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <OutcomeLine outcome={outcome ?? posted.outcome} />
        <div>
          <Button type="submit" isBusy={isBusy}>
            {messages.button}
          </Button>
        </div>
      </form>
    </AccountSection>
  );
}
