import type { MediaFile } from "../data/dialogue";
import { paper, papers } from "./paper";
import { picture, pictures } from "./picture";
import { voiceNote, voiceNotes } from "./voice-note";

/** What seeded messages carry: the kind of file, and how many different ones there are. */
const kinds: Readonly<
  Record<MediaFile, { mimeType: string; count: number; make(number: number): Buffer }>
> = {
  photo: { mimeType: "image/png", count: pictures, make: picture },
  voice: { mimeType: "audio/wav", count: voiceNotes, make: voiceNote },
  document: { mimeType: "application/pdf", count: papers, make: paper },
};

const made = new Map<string, Buffer>();

/** The file that belongs to a seeded row: always the same for its id. */
export function sampleMedia(file: MediaFile, id: string): { mimeType: string; bytes: Buffer } {
  const { mimeType, count, make } = kinds[file];
  const number = Number.parseInt(id.slice(-6), 16) % count;
  const name = `${file} ${number}`;
  const bytes = made.get(name) ?? make(number);
  made.set(name, bytes);
  return { mimeType, bytes };
}

/** The same, by the type that was written down; null for what no seed makes. */
export function sampleMediaOfType(mimeType: string, id: string): Buffer | null {
  for (const file of ["photo", "voice", "document"] as const) {
    if (kinds[file].mimeType === mimeType) return sampleMedia(file, id).bytes;
  }
  return null;
}
