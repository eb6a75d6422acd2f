/** What a page shows of an export. */
export type ExportStatus = {
  id: string;
  state: "waiting" | "running" | "ready" | "failed" | "cancelled";
  includesMedia: boolean;
  /** Share of its parts that is written, from 0 to 1; null until they are counted. */
  share: number | null;
  sizeBytes: number | null;
  createdAt: Date;
  expiresAt: Date | null;
  /** The workspace is to be deleted afterwards. */
  erasesWorkspace: boolean;
  /** Why it was not, by the erasure's own word for it. */
  erasureRefusal: string | null;
  /** Where it can be downloaded, once it is ready. */
  href: string | null;
};
