const samplesPerSecond = 8_000;
const seconds = 2;

/** How many voice notes there are. */
export const voiceNotes = 4;

/** Two seconds of a hummed melody as a WAV, one of a few, always the same for its number. */
export function voiceNote(number: number): Buffer {
  const samples = samplesPerSecond * seconds;
  const wav = Buffer.alloc(44 + samples);
  wav.write("RIFF", 0, "latin1");
  wav.writeUInt32LE(36 + samples, 4);
  wav.write("WAVEfmt ", 8, "latin1");
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20); // PCM, one channel, a byte a sample.
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(samplesPerSecond, 24);
  wav.writeUInt32LE(samplesPerSecond, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write("data", 36, "latin1");
  wav.writeUInt32LE(samples, 40);
  for (let at = 0; at < samples; at++) {
    const time = at / samplesPerSecond;
    const note = 180 + 30 * number + 40 * Math.floor((time * 4 + number) % 3);
    const loudness = 40 * Math.abs(Math.sin(Math.PI * time * 4));
    wav.writeUInt8(128 + Math.round(loudness * Math.sin(2 * Math.PI * note * time)), 44 + at);
  }
  return wav;
}
