export const ATTACHMENT_TYPES = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'log', 'md', 'csv'],
  'video/mp4': ['mp4'],
} as const satisfies Record<string, readonly string[]>;
export type AttachmentType = keyof typeof ATTACHMENT_TYPES;

const MB = 1024 * 1024;
export const LARGEST_ATTACHMENT = 50 * MB;
export const FILES_PER_ITEM = 5;
/** Days after which a file that went with nothing is removed. */
export const LOOSE_FILE_DAYS = 1;

const LARGEST: Readonly<Record<AttachmentType, number>> = {
  'image/png': 8 * MB,
  'image/jpeg': 8 * MB,
  'image/webp': 8 * MB,
  'application/pdf': 8 * MB,
  'text/plain': MB,
  'video/mp4': LARGEST_ATTACHMENT,
};

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Text as somebody writes it: UTF-8 without control characters other than tab and line ends. */
function isText(content: Buffer): boolean {
  const text = content.toString('utf8');
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return !text.includes('\uFFFD') && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text);
}

/** What the bytes say a file is, whatever its sender calls it; `null` for everything that is not taken. */
export function sniff(head: Buffer, tail: Buffer, whole: Buffer | null): AttachmentType | null {
  const word = (at: number, length = 4): string => head.toString('latin1', at, at + length);
  if (head.length >= 33 && head.subarray(0, 8).equals(PNG) && word(12) === 'IHDR') return 'image/png';
  if (head.length > 3 && head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (head.length >= 30 && word(0) === 'RIFF' && word(8) === 'WEBP') return 'image/webp';
  if (word(0, 5) === '%PDF-') return tail.includes('%%EOF') ? 'application/pdf' : null;
  if (head.length > 11 && word(4) === 'ftyp') return 'video/mp4';
  return whole !== null && whole.length > 0 && isText(whole) ? 'text/plain' : null;
}

/** Largest size of a kind, in bytes. */
export const largestOf = (type: AttachmentType): number => LARGEST[type];

/** Extensions that a program runs, wherever in the name they stand. */
const RUNNABLE = /\.(exe|js|mjs|html?|svg|bat|cmd|com|scr|ps1|sh|jar|lnk|msi|vbs|hta|php)(\.|$)/i;

/**
 * A file's name as it is kept: no folders, no control, invisible or direction-turning characters; `null` when it does not
 * end as its kind does, or hides something that runs.
 */
export function cleanName(given: string, type: AttachmentType): string | null {
  const base = given.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const plain = base
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replaceAll(/["<>|:*?]/gu, '_')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[. ]+|[. ]+$/gu, '');
  const dot = plain.lastIndexOf('.');
  const ending = plain.slice(dot + 1).toLowerCase();
  const endings: readonly string[] = ATTACHMENT_TYPES[type];
  if (dot < 1 || !endings.includes(ending) || RUNNABLE.test(plain)) return null;
  const stem = [...plain].slice(0, Math.min(dot, 100)).join('');
  return `${stem}.${ending}`;
}
