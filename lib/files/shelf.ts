import type { DataKey } from "@/lib/crypto";

/** A file that is known, whether its bytes have arrived or not. */
export type ShelvedFile = {
  key: string;
  state: "pending" | "stored";
  mimeType: string;
  /** Of what was handed in; null until it is stored. */
  sizeBytes: number | null;
};

/** Where the files of one kind of owner are known, row by row. */
export type Shelf = {
  /** Writes the row, pending, before a byte is uploaded, and says how to encrypt; null: not at all. */
  begin(file: {
    id: string;
    key: string;
    mimeType: string;
    uploadUntil: Date;
  }): Promise<DataKey | null>;
  /** Gives a pending file's upload until then. @returns null when it is not pending any more. */
  beginAgain(id: string, uploadUntil: Date): Promise<ShelvedFile | null>;
  /** Marks it stored. @returns false when the row is gone: the bytes must go, too. */
  finish(id: string, sizeBytes: number): Promise<boolean>;
  find(id: string): Promise<ShelvedFile | null>;
  /** The key that its bytes open with. `plain`: none is needed; null: it has been destroyed. */
  keyOf(id: string): Promise<DataKey | "plain" | null>;
  /** Deletes the row. Its bytes have to be gone. */
  remove(id: string): Promise<void>;
};
