import type { PictureType } from './provider';

export interface PictureFacts {
  readonly contentType: PictureType;
  readonly width: number;
  readonly height: number;
}

export const PICTURE_BYTES = 8 * 1024 * 1024;
const SMALLEST_SIDE = 64;
const LARGEST_SIDE = 4_096;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function pngFacts(file: Buffer): PictureFacts | null {
  if (file.length < 33 || !file.subarray(0, 8).equals(PNG) || file.toString('latin1', 12, 16) !== 'IHDR')
    return null;
  return { contentType: 'image/png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegFacts(file: Buffer): PictureFacts | null {
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= file.length;) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    if (isFrame(marker))
      return {
        contentType: 'image/jpeg',
        height: file.readUInt16BE(at + 5),
        width: file.readUInt16BE(at + 7),
      };
    at += 2 + Math.max(2, file.readUInt16BE(at + 2));
  }
  return null;
}

function webpFacts(file: Buffer): PictureFacts | null {
  const word = (at: number): string => file.toString('latin1', at, at + 4);
  if (file.length < 30 || word(0) !== 'RIFF' || word(8) !== 'WEBP') return null;
  const contentType = 'image/webp' as const;
  switch (word(12)) {
    case 'VP8 ':
      return { contentType, width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = file.readUInt32LE(21);
      return { contentType, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { contentType, width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

/**
 * What a picture's first bytes say it is, whatever its sender calls it; `null` for anything that is no PNG, JPEG or WebP
 * of a size that can be used. Reads headers only: how many pixels there are is known before anything decodes them.
 */
export function pictureFacts(file: Buffer): PictureFacts | null {
  if (file.length > PICTURE_BYTES) return null;
  const facts = pngFacts(file) ?? jpegFacts(file) ?? webpFacts(file);
  if (facts === null) return null;
  const fits = [facts.width, facts.height].every((side) => side >= SMALLEST_SIDE && side <= LARGEST_SIDE);
  return fits ? facts : null;
}
