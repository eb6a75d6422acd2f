import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Panel } from "@/components/ui/panel";
import { ControllerRefusal } from "@/lib/erasure/controllers/schemas";
import { privacyRequestsMessages as messages } from "./messages/privacy-requests-messages";

type Answer = (form: FormData) => Promise<void>;
type PrivacyRequestActsProps = {
  target: { workspaceId: string; taskId: string };
  eraseCustomer: Answer;
  refuseCustomer: Answer;
};

/** The two answers that a business can give. Works without JavaScript. */
export function PrivacyRequestActs(props: PrivacyRequestActsProps) {
  const { erase, refuse, reasons } = messages;

  return (
    <div className="grid gap-6">
      <Panel tone="danger" aria-labelledby="erase" className="grid gap-4">
        <h2 id="erase" className="font-semibold text-lg">
          {erase.title}
        </h2>
        <p className="text-ink-muted">{erase.text}</p>
        <form action={props.eraseCustomer} className="grid justify-items-start gap-4">
          <Target {...props.target} />
          <Checkbox name="isTheCustomer" label={erase.sure} required />
          <Button type="submit" variant="danger">
            {erase.button}
          </Button>
        </form>
      </Panel>
      <Panel aria-labelledby="refuse" className="grid gap-4">
        <h2 id="refuse" className="font-semibold text-lg">
          {refuse.title}
        </h2>
        <p className="text-ink-muted">{refuse.text}</p>
        <form action={props.refuseCustomer} className="grid justify-items-start gap-4">
          <Target {...props.target} />
          <fieldset className="grid gap-2">
            <legend className="mb-2 font-medium">{refuse.reason}</legend>
            {ControllerRefusal.options.map((reason) => (
              <label key={reason} className="flex min-h-11 items-center gap-3">
                <input type="radio" name="reason" value={reason} required className="size-5" />
                {reasons[reason]}
              </label>
            ))}
          </fieldset>
          <Button type="submit" variant="secondary">
            {refuse.button}
          </Button>
        </form>
      </Panel>
    </div>
  );
}

function Target({ workspaceId, taskId }: PrivacyRequestActsProps["target"]) {
  return (
    <>
      <input type="hidden" name="workspaceId" value={workspaceId} />
      <input type="hidden" name="taskId" value={taskId} />
    </>
  );
}
