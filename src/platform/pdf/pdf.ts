// oxlint-disable-next-line import/no-named-as-default -- the types know the default only
import PDFDocument from 'pdfkit';
import { fontFile, runsOf, type Run, type Weight } from './fonts';

export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
  /** Points before it. */
  readonly before?: number;
  /** Points from the left margin. */
  readonly indent?: number;
}

export interface Paragraph extends TextStyle {
  readonly text: string;
}

const MARGIN = 56;

/**
 * An A4 document of paragraphs with embedded Noto fonts: Latin, Greek, Cyrillic, Vietnamese, Devanagari and Japanese.
 * The same paragraphs and `at` are the same bytes: nothing in the file depends on when or where it was made.
 */
export async function pdfOf(title: string, at: Date, paragraphs: readonly Paragraph[]): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    font: null as never,
    info: { Title: title, Producer: 'Atelier', Creator: 'Atelier', CreationDate: at, ModDate: at },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  for (const paragraph of paragraphs) write(document, paragraph);
  const { count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page);
    // Below the margin pdfkit would begin another page.
    document.page.margins.bottom = 0;
    document.y = document.page.height - MARGIN / 2 - 10;
    write(document, { text: `${title} · page ${page + 1} of ${count}`, size: 8, color: '#666666' });
  }
  document.end();
  return whole;
}

function write(
  document: PDFKit.PDFDocument,
  { text, size, weight = 400, color, before, indent }: Paragraph,
): void {
  if (before !== undefined) document.y += before;
  const left = MARGIN + (indent ?? 0);
  const width = document.page.width - MARGIN - left;
  document.fontSize(size).fillColor(color ?? '#000000');
  const runs = runsOf(text);
  for (const [index, run] of runs.entries()) {
    document.font(fontFile(run.part, weight));
    const options = { width, continued: index < runs.length - 1, lineGap: size * 0.15 };
    if (index === 0) document.text(run.text, left, document.y, options);
    else document.text(run.text, options);
  }
}

/** How wide a run is at a size, in the unit of the size. */
export function widthOfRun({ part, text }: Run, weight: Weight, size: number): number {
  const measure = new PDFDocument({ font: null as never });
  return measure.font(fontFile(part, weight)).fontSize(size).widthOfString(text);
}
