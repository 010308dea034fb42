import type { Parameter, VideoRequest } from '../../domain/provider';

/** A vendor's input with our words in braces: `{"prompt": "{prompt}", "seed": "{seed}"}`. */
export type Template =
  string | number | boolean | null | readonly Template[] | { readonly [key: string]: Template };

export type Field =
  | 'prompt' | 'negativePrompt' | 'seconds' | 'width' | 'height' | 'size' | 'aspect' | 'resolution' | 'fps' | 'frames'
  | 'seed' | 'reference' | 'requestId'; // prettier-ignore

export type Fields = Readonly<Record<Field, Parameter | null>>;

const ASPECTS: readonly (readonly [string, number])[] = [
  ['16:9', 16 / 9],
  ['9:16', 9 / 16],
  ['1:1', 1],
  ['4:3', 4 / 3],
  ['3:4', 3 / 4],
  ['21:9', 21 / 9],
];

/** The common name that is nearest to a frame's shape. */
export function aspectOf(width: number, height: number): string {
  const off = (ratio: number): number => Math.abs(Math.log(width / height / ratio));
  return ASPECTS.reduce((best, one) => (off(one[1]) < off(best[1]) ? one : best), [
    '16:9',
    16 / 9,
  ] as const)[0];
}

/** Everything a template may ask for. `reference`: a data URI, or what the vendor calls the uploaded picture. */
export function fieldsOf(request: VideoRequest, reference: string | null): Fields {
  const { width, height, seconds, fps } = request;
  return {
    prompt: request.prompt,
    negativePrompt: request.negativePrompt,
    seconds,
    width,
    height,
    size: `${width}x${height}`,
    aspect: aspectOf(width, height),
    resolution: `${Math.min(width, height)}p`,
    fps,
    frames: seconds * fps + 1,
    seed: request.seed,
    reference,
    requestId: request.requestId,
  };
}

export function dataUriOf({ reference }: VideoRequest): string | null {
  if (reference === null) return null;
  return `data:${reference.contentType};base64,${Buffer.from(reference.content).toString('base64')}`;
}

const WHOLE = /^\{(\w+)\}$/;
const PART = /\{(\w+)\}/g;

function valueOf(text: string, fields: Fields): Parameter | null {
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined && whole in fields) return fields[whole as Field];
  return text.replace(PART, (all, name: string) =>
    name in fields ? String(fields[name as Field] ?? '') : all,
  );
}

/** A copy with every word filled in. What has no value is left out with its key. */
export function fill(template: Template, fields: Fields): unknown {
  if (typeof template === 'string') return valueOf(template, fields);
  if (Array.isArray(template)) return template.map((item: Template) => fill(item, fields));
  if (typeof template !== 'object' || template === null) return template;
  const filled = Object.entries(template as Record<string, Template>).map(
    ([key, value]) => [key, fill(value, fields)] as const,
  );
  return Object.fromEntries(filled.filter(([, value]) => value !== null));
}

/** Whether a template has a place for this word. */
export function mentions(template: Template, field: Field): boolean {
  return JSON.stringify(template).includes(`{${field}}`);
}
