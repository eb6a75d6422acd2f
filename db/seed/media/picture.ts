import { crc32, deflateSync } from "node:zlib";

const width = 320;
const height = 240;

type Colour = readonly [red: number, green: number, blue: number];

/** Sky, sun and hills of each picture. */
const palettes: readonly (readonly [sky: Colour, dusk: Colour, sun: Colour, hills: Colour])[] = [
  [
    [96, 165, 250],
    [219, 234, 254],
    [253, 224, 71],
    [22, 101, 52],
  ],
  [
    [251, 146, 60],
    [254, 215, 170],
    [254, 243, 199],
    [124, 45, 18],
  ],
  [
    [129, 140, 248],
    [224, 231, 255],
    [255, 255, 255],
    [49, 46, 129],
  ],
  [
    [244, 114, 182],
    [252, 231, 243],
    [254, 240, 138],
    [112, 26, 117],
  ],
  [
    [45, 212, 191],
    [204, 251, 241],
    [250, 204, 21],
    [19, 78, 74],
  ],
  [
    [148, 163, 184],
    [241, 245, 249],
    [251, 191, 36],
    [51, 65, 85],
  ],
];

/** How many pictures there are. */
export const pictures = palettes.length * 2;

/** A landscape as a PNG of a few kilobytes, one of a dozen, always the same for its number. */
export function picture(number: number): Buffer {
  const palette = palettes[number % palettes.length] ?? palettes[0];
  const isLow = number >= palettes.length;
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      rows.set(palette === undefined ? [0, 0, 0] : colourAt(palette, x, y, isLow), at);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB.
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function colourAt(
  [sky, dusk, sun, hills]: (typeof palettes)[number],
  x: number,
  y: number,
  isLow: boolean,
): Colour {
  const ridge = 165 + 22 * Math.sin(x / 47) + 9 * Math.sin(x / 17 + 2);
  if (y > ridge + 34) return mix(hills, [0, 0, 0], 0.35);
  if (y > ridge) return hills;
  const [sunX, sunY] = isLow ? [90, 150] : [232, 70];
  if ((x - sunX) ** 2 + (y - sunY) ** 2 < 30 ** 2) return sun;
  return mix(sky, dusk, Math.floor(y / 8) / (height / 8));
}

function mix(one: Colour, other: Colour, share: number): Colour {
  const part = (at: 0 | 1 | 2) => Math.round(one[at] * (1 - share) + other[at] * share);
  return [part(0), part(1), part(2)];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
