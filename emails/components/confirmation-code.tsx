import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Text } from "react-email";
import { PageLink } from "./page-link";
import { Panel } from "./panel";

/** Where a request can be looked up: by a code that names nobody. */
export type StatusPage = { confirmationCode: string; statusUrl: string };

/** The code to keep, and the page that it opens. */
export function ConfirmationCode({ confirmationCode, statusUrl }: StatusPage) {
  const t = useTranslations("mails.layout");

  return (
    <Panel>
      <Text style={{ margin: 0, fontSize: "15px", lineHeight: "24px" }}>
        {t.rich("code", { code: confirmationCode, id: codeStyled })}
      </Text>
      <Text style={{ margin: "8px 0 0", fontSize: "15px", lineHeight: "24px" }}>
        {t("statusPage")} <PageLink href={statusUrl} />
      </Text>
    </Panel>
  );
}

function codeStyled(chunks: ReactNode) {
  return (
    <bdi dir="ltr" style={{ fontFamily: "ui-monospace, Menlo, Consolas, monospace" }}>
      {chunks}
    </bdi>
  );
}
