import { open } from 'node:fs/promises';
import { FilePathSource, Input, MP4, QTFF } from 'mediabunny';

/** What a video file says about itself. Sizes in pixels as displayed, duration in seconds. */
export interface VideoFacts {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly seconds: number;
  /** `avc`, `hevc`, `vp9`, `av1`, or `null` when unknown. */
  readonly codec: string | null;
  readonly frames: number;
  readonly hasAudio: boolean;
}

/** What an MP4 or QuickTime file may start with. */
const FIRST_BOXES = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'styp', 'pnot', 'uuid']);
/** A minute of video has an index of some ten kilobytes; whoever reads one holds it in memory. */
const LARGEST_INDEX = 32 * 1024 * 1024;

export type ProbeResult =
  { readonly ok: true; readonly facts: VideoFacts } | { readonly ok: false; readonly reason: string };

/** Reads the index of an MP4 without decoding. Checks first that the file is as long as its parts say it is. */
export async function probeVideo(file: string): Promise<ProbeResult> {
  const cut = await findCut(file);
  if (cut) return { ok: false, reason: cut };
  const input = new Input({ formats: [MP4, QTFF], source: new FilePathSource(file) });
  try {
    const tracks = await input.getVideoTracks();
    const [track] = tracks;
    if (!track) return { ok: false, reason: 'the file has no video track' };
    if (tracks.length > 1) return { ok: false, reason: 'the file has more than one video track' };
    const stats = await track.computePacketStats();
    return {
      ok: true,
      facts: {
        width: await track.getDisplayWidth(),
        height: await track.getDisplayHeight(),
        fps: stats.averagePacketRate,
        seconds: await input.computeDuration(),
        codec: await track.getCodec(),
        frames: stats.packetCount,
        hasAudio: (await input.getPrimaryAudioTrack()) !== null,
      },
    };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'the file cannot be read' };
  } finally {
    input.dispose();
  }
}

/**
 * Why the top-level boxes of an MP4 do not add up to its length, or `null`. The index of a fast-start file stands at its
 * beginning, so a half-downloaded file looks whole to anything that reads the index only.
 */
export async function findCut(file: string): Promise<string | null> {
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) return 'the file does not exist';
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(16);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await handle.read(head, 0, 16, at);
      const length = boxLength(head.subarray(0, bytesRead), size - at);
      if (length === null) return at === 0 ? 'it is no MP4 file' : `the file is damaged at byte ${at}`;
      const type = head.toString('latin1', 4, 8);
      // A playlist or a script read as a box gives a length and a name by chance; no MP4 starts with such a name.
      if (at === 0 && !FIRST_BOXES.has(type)) return 'it is no MP4 file';
      if (type === 'moov' && length > LARGEST_INDEX) return `its index claims ${length} bytes`;
      at += length;
    }
    return at === size ? null : `the file ends ${at - size} bytes too early`;
  } finally {
    await handle.close();
  }
}

/** Length of a box in bytes from its first 16 bytes, or `null` if that is no box. `rest` is what is left of the file. */
export function boxLength(head: Buffer, rest: number): number | null {
  if (head.length < 8) return null;
  const short = head.readUInt32BE(0);
  if (short === 0) return rest;
  if (short !== 1) return short < 8 ? null : short;
  if (head.length < 16) return null;
  const long = head.readBigUInt64BE(8);
  return long < 16n || long > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(long);
}
