import type { ErasureContext } from "@/lib/erasure";
import type { FilesContext } from "@/lib/files";

/** What writing exports needs, handed in: an erasure may have to follow one. */
export type ExportContext = ErasureContext & FilesContext;
