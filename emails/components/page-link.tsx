import { Link } from "react-email";
import { colours } from "./colours";

/** The address of a page, to follow or to copy. */
export function PageLink({ href }: { href: string }) {
  return (
    <bdi dir="ltr">
      <Link
        className="link"
        href={href}
        style={{ color: colours.action, wordBreak: "break-all", textDecoration: "underline" }}
      >
        {href}
      </Link>
    </bdi>
  );
}
