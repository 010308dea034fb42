import 'reflect-metadata';
import { plainToInstance, type TransformFnParams } from 'class-transformer';
import { validateSync } from 'class-validator';

export interface EnvRow {
  readonly name: string;
  readonly property: string;
  readonly doc: string;
  readonly example: string;
}

const rows: EnvRow[] = [];

/** Binds a property of the settings to an environment variable, with the line and the example of `.env.example`. */
export function Env(name: string, doc: string, example: string): PropertyDecorator {
  return (_target, property) => {
    rows.push({ name, property: String(property), doc, example });
  };
}

/** Comma-separated text to a list without blanks. */
export function list({ value }: TransformFnParams): unknown {
  if (typeof value !== 'string') return value;
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `true`/`1` and `false`/`0` to a boolean; anything else stays and fails validation. */
export function flag({ value }: TransformFnParams): unknown {
  const words: Record<string, boolean> = { true: true, '1': true, false: false, '0': false };
  return typeof value === 'string' ? (words[value.toLowerCase()] ?? value) : value;
}

/** Thrown with every fault at once, one line each. `main` prints it and exits with 78 (EX_CONFIG). */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Atelier cannot start with this configuration:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

const isNumberText = (text: string): boolean => /^-?\d+$/.test(text);

/** Reads and validates settings from an environment. An empty variable counts as absent. */
export function readSettings<T extends object>(type: new () => T, env: NodeJS.ProcessEnv): T {
  const numeric = new type() as Record<string, unknown>;
  const given: Record<string, unknown> = {};
  for (const row of rows) {
    const text = env[row.name];
    if (text === undefined || text === '') continue;
    const wantsNumber = Reflect.getMetadata('design:type', type.prototype as object, row.property) === Number;
    given[row.property] = wantsNumber && isNumberText(text) ? Number(text) : text;
  }
  const settings = plainToInstance(type, { ...numeric, ...given });
  const faults = validateSync(settings, { skipMissingProperties: false }).map((fault) => {
    const row = rows.find((candidate) => candidate.property === fault.property);
    const name = row?.name ?? fault.property;
    const missing = fault.value === undefined;
    const why = missing
      ? `is not set. ${row?.doc ?? ''}`
      : Object.values(fault.constraints ?? {})
          .join('; ')
          .replaceAll(fault.property, name);
    return `${name}: ${why.trim()}`;
  });
  if (faults.length > 0) throw new ConfigurationError(faults);
  return settings;
}

/** The text of `.env.example`. */
export function envExample(): string {
  const head =
    '# Every setting of Atelier. Written from src/platform/config/settings.ts by `npm run sync`.\n';
  return head + rows.map((row) => `\n# ${row.doc}\n${row.name}=${row.example}\n`).join('');
}
