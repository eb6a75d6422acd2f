import type { ReactNode } from "react";

/**
 * For `<id>` in a message: addresses, codes and numbers, which run from left to right in any
 * language and keep what stands beside them in its place.
 */
export function isolated(chunks: ReactNode) {
  return (
    <bdi dir="ltr" translate="no">
      {chunks}
    </bdi>
  );
}
