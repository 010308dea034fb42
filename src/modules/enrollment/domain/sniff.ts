/** Kinds of files that an application may hold, by their first bytes. What a sender calls a file does not count. */
export const FILE_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'video/mp4',
  'video/webm',
] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const FILE_ENDINGS: Readonly<Record<FileType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** Bytes that tell every kind. */
export const SNIFFED = 32;

const ascii = (head: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...head.subarray(from, to));

/** What a file is by its first 32 bytes, or `null`. Containers are told by their marks, not by a name somebody gave them. */
export function sniff(head: Uint8Array): FileType | null {
  if (ascii(head, 0, 5) === '%PDF-') return 'application/pdf';
  if (ascii(head, 1, 4) === 'PNG' && head[0] === 0x89 && head[4] === 0x0d && head[5] === 0x0a)
    return 'image/png';
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image/webp';
  if (
    ascii(head, 4, 8) === 'ftyp' &&
    /^(isom|iso[2-9]|mp4[12]|avc1|M4V |dash|qt {2})$/.test(ascii(head, 8, 12))
  )
    return 'video/mp4';
  if (head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3) return 'video/webm';
  return null;
}

/** The name that a file keeps: letters, digits, space, dot, dash; its ending is that of its content. */
export function fileName(given: string, type: FileType): string {
  const base = given
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return `${base === '' ? 'file' : base}.${FILE_ENDINGS[type]}`;
}
