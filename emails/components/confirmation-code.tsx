import { Link, Text } from "react-email";
import { colours } from "./colours";
import { Panel } from "./panel";

/** Where a request can be looked up: by a code that names nobody. */
export type StatusPage = { confirmationCode: string; statusUrl: string };

/** The code to keep, and the page that it opens. */
export function ConfirmationCode({ confirmationCode, statusUrl }: StatusPage) {
  return (
    <Panel>
      <Text style={{ margin: 0, fontSize: "15px", lineHeight: "24px" }}>
        Confirmation code:{" "}
        <span style={{ fontFamily: "ui-monospace, Menlo, Consolas, monospace" }}>
          {confirmationCode}
        </span>
      </Text>
      <Text style={{ margin: "8px 0 0", fontSize: "15px", lineHeight: "24px" }}>
        Status, at any time:{" "}
        <Link
          className="link"
          href={statusUrl}
          style={{ color: colours.action, wordBreak: "break-all", textDecoration: "underline" }}
        >
          {statusUrl}
        </Link>
      </Text>
    </Panel>
  );
}
