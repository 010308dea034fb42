import { STYLES, type Parameter, type Style, type VideoRequest } from './provider';

/** How a style is said to one provider: in words, in the vendor's own parameters, or as a look that it has built in. */
export interface StyleLook {
  /** With `{prompt}` where the artist's words go. */
  readonly prompt?: string;
  /** Added to what the artist does not want to see. */
  readonly negativePrompt?: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** One of the looks built into the procedural renderer. */
  readonly look?: Style;
}

/** By provider; `any` for those without a line of their own. */
export type StyleLooks = Readonly<Record<string, StyleLook>>;

export interface StylePreset {
  readonly key: string;
  readonly version: number;
  readonly looks: StyleLooks;
}

/** The name of no style at all. */
export const NO_STYLE = 'none';

/** What the preset means for this provider, or `null` when it says nothing to it. */
export function lookFor(preset: StylePreset, provider: string): StyleLook | null {
  return preset.looks[provider] ?? preset.looks.any ?? null;
}

/** The request as this provider is to read it. A preset that says nothing to it leaves the request as it is. */
export function dress(request: VideoRequest, preset: StylePreset | null, provider: string): VideoRequest {
  const look = preset === null ? null : lookFor(preset, provider);
  if (look === null) return request;
  const { prompt } = request;
  const not = [request.negativePrompt, look.negativePrompt].filter(
    (words) => words !== null && words !== undefined,
  );
  return {
    ...request,
    prompt: look.prompt === undefined ? prompt : look.prompt.replaceAll('{prompt}', () => prompt),
    negativePrompt: not.length === 0 ? null : not.join(', '),
    parameters: { ...request.parameters, ...look.parameters },
    style: look.look ?? request.style,
  };
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function lookFaults(provider: string, look: unknown): string[] {
  if (!isPlain(look)) return [`${provider}: must be an object`];
  const faults: string[] = [];
  const strangers = Object.keys(look).filter(
    (name) => !['prompt', 'negativePrompt', 'parameters', 'look'].includes(name),
  );
  if (strangers.length > 0) faults.push(`${provider}: ${strangers.join(', ')} is nothing a look has`);
  if (look.prompt !== undefined && (typeof look.prompt !== 'string' || !look.prompt.includes('{prompt}')))
    faults.push(`${provider}.prompt: must be text with {prompt} where the artist's words go`);
  for (const name of ['prompt', 'negativePrompt'] as const) {
    const words = look[name];
    if (words !== undefined && (typeof words !== 'string' || words.length > 1_000))
      faults.push(`${provider}.${name}: must be text of at most 1000 characters`);
  }
  if (look.look !== undefined && !STYLES.includes(look.look as Style))
    faults.push(`${provider}.look: must be one of ${STYLES.join(', ')}`);
  if (look.parameters !== undefined) faults.push(...parameterFaults(provider, look.parameters));
  return faults;
}

function parameterFaults(provider: string, parameters: unknown): string[] {
  if (!isPlain(parameters)) return [`${provider}.parameters: must be an object`];
  const entries = Object.entries(parameters);
  if (entries.length > 20) return [`${provider}.parameters: may hold at most 20`];
  return entries
    .filter(([, value]) => !['string', 'number', 'boolean'].includes(typeof value))
    .map(([name]) => `${provider}.parameters.${name}: must be text, a number, true or false`);
}

/** Everything wrong with the looks of a style, one sentence each. `providers`: the keys there are. */
export function looksFaults(looks: unknown, providers: readonly string[]): string[] {
  if (!isPlain(looks)) return ['must be an object with one entry for each provider, or any'];
  const keys = Object.keys(looks);
  if (keys.length === 0) return ['must say something to at least one provider; any speaks to all of them'];
  const strangers = keys.filter((key) => key !== 'any' && !providers.includes(key));
  const unknown = strangers.map(
    (key) => `${key}: there is no such provider; there are any, ${providers.join(', ')}`,
  );
  return [...unknown, ...keys.flatMap((key) => lookFaults(key, looks[key]))];
}
