import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Text } from "react-email";
import { Panel } from "./panel";

/** A code to type, in two groups so that the eye keeps its place. */
export function MailedCode({ code }: { code: string }) {
  const t = useTranslations("mails.code");

  return (
    <Panel>
      <Text style={{ margin: 0, fontSize: "18px", lineHeight: "28px" }}>
        {t.rich("code", { code: `${code.slice(0, 4)} ${code.slice(4)}`, id: codeStyled })}
      </Text>
    </Panel>
  );
}

function codeStyled(chunks: ReactNode) {
  return (
    <bdi
      dir="ltr"
      style={{ fontFamily: "ui-monospace, Menlo, Consolas, monospace", letterSpacing: "2px" }}
    >
      {chunks}
    </bdi>
  );
}
