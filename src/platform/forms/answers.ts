import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

export interface AnswerFault {
  /** Name of the member. */
  readonly field: string;
  /** What it needs, as the end of a sentence that begins with the question. */
  readonly needs: string;
}

const ajv = new Ajv2020({ allErrors: true, strict: true, coerceTypes: false, validateFormats: true });
addFormats.default(ajv, { mode: 'full', formats: ['date', 'uri'] });

const compiled = new Map<string, ValidateFunction>();
const MOST_COMPILED = 200;

/** By its text: the same published form is compiled once. */
function validatorOf(schema: object): ValidateFunction {
  const text = JSON.stringify(schema);
  const known = compiled.get(text);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  // Neither `$id` nor `$schema`: nothing is registered, so nothing can clash.
  const { $schema: _, ...plain } = schema as { $schema?: string };
  const made = ajv.compile(plain);
  compiled.set(text, made);
  return made;
}

function needs({ keyword, params }: ErrorObject): string {
  const limit = (params as { limit?: number }).limit;
  switch (keyword) {
    case 'required':
      return 'needs an answer';
    case 'minLength':
    case 'minItems':
      return 'needs an answer';
    case 'maxItems':
      return `may have ${limit} entries`;
    case 'maxLength':
      return `may have ${limit} characters`;
    case 'minimum':
      return `must be ${limit} or more`;
    case 'exclusiveMinimum':
      return `must be more than ${limit}`;
    case 'maximum':
      return `must be ${limit} or less`;
    case 'enum':
      return 'must be one of the options';
    case 'uniqueItems':
      return 'names the same option twice';
    case 'additionalProperties':
      return 'is no question of this form';
    case 'pattern':
      return 'has not the right shape: a link begins with https://, a line has no line break';
    case 'format':
      return `must be a ${(params as { format: string }).format === 'date' ? 'date such as 2026-12-31' : 'web address'}`;
    default:
      return `must be ${(params as { type?: string }).type ?? 'another value'}`;
  }
}

/** `where.1.until`: the member, and the way to what is wrong inside of it. */
const pathOf = ({ instancePath, params }: ErrorObject): string => {
  const { missingProperty, additionalProperty } = params as Record<string, string | undefined>;
  return [...instancePath.split('/').slice(1), missingProperty ?? additionalProperty]
    .filter((part) => part !== undefined)
    .join('.');
};

/**
 * Which answers do not fit a JSON schema (draft 2020-12) and what each needs; empty when all fit. `isDeep`: the field is
 * the way to the fault, not its question alone. The schema is one that Atelier made itself: a schema from outside could
 * hold patterns that never end.
 */
export function answerFaults(schema: object, answers: unknown, isDeep = false): AnswerFault[] {
  const validate = validatorOf(schema);
  if (validate(answers)) return [];
  const faults = (validate.errors ?? []).map((error) => {
    const path = pathOf(error);
    return { field: isDeep ? path : (path.split('.')[0] ?? ''), needs: needs(error) };
  });
  return faults.filter(({ field }, index) => faults.findIndex((one) => one.field === field) === index);
}
