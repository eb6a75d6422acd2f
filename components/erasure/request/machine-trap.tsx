import { trapName } from "./trap-name";

/** A field for programs that fill in every one. Neither shown nor read out, with or without scripts. */
export function MachineTrap() {
  return (
    <div className="hidden" aria-hidden="true">
      <input type="text" name={trapName} tabIndex={-1} autoComplete="off" defaultValue="" />
    </div>
  );
}
