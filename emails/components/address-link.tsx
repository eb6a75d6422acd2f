import { Link } from "react-email";
import { colours } from "./colours";

type AddressLinkProps = { address: string; tone?: "link" | "quiet" };

/** An e-mail address to write to, kept from left to right in any language. */
export function AddressLink({ address, tone = "link" }: AddressLinkProps) {
  return (
    <bdi dir="ltr">
      <Link
        className={tone}
        href={`mailto:${address}`}
        style={{
          color: tone === "link" ? colours.action : colours.quiet,
          textDecoration: "underline",
        }}
      >
        {address}
      </Link>
    </bdi>
  );
}
