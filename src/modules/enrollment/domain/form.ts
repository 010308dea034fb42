import { rubricFaults, type Criterion } from './rubric';

/** Kinds of questions that a form can ask. Each is one member of the answers' JSON schema. */
export const FIELD_KINDS = ['line', 'text', 'number', 'choice', 'choices', 'yes_no', 'date', 'link'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export interface FormField {
  /** Stable name of the answer, unique in the form. */
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  /** Characters at most, for texts. */
  readonly maxLength: number | null;
  /** Bounds of a number. */
  readonly min: number | null;
  readonly max: number | null;
  /** What can be chosen. */
  readonly options: readonly string[];
  /** Whether reviewers see the answer; questions about who somebody is are for the programme only. */
  readonly isBlind: boolean;
  /** A condition for taking part, checked before anybody writes an application. */
  readonly eligibility: Eligibility | null;
}

/** `wants` for yes/no and choices; numbers are held by their bounds. `says` is what somebody reads who is not eligible. */
export interface Eligibility {
  readonly wants: readonly string[];
  readonly says: string;
}

export interface Form {
  readonly intro: string;
  readonly fields: readonly FormField[];
  readonly rubric: readonly Criterion[];
  /** Files that an application must hold at least. */
  readonly filesNeeded: number;
}

export const EMPTY_FORM: Form = { intro: '', fields: [], rubric: [], filesNeeded: 0 };
export const LONGEST_LINE = 300;
export const LONGEST_TEXT = 8_000;
const MOST_FIELDS = 60;

export type Answer = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

const isChoice = ({ kind }: FormField): boolean => kind === 'choice' || kind === 'choices';

function fieldFaults(field: FormField): string[] {
  const { key, label, options, min, max, maxLength, eligibility } = field;
  const name = label.trim() === '' ? key : label;
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(key))
    faults.push(`"${name}" needs a short name of letters, digits and _.`);
  if (label.trim() === '') faults.push(`The question "${key}" asks nothing.`);
  if (isChoice(field) && options.length < 2) faults.push(`"${name}" needs two options at least.`);
  if (new Set(options).size !== options.length) faults.push(`"${name}" offers the same option twice.`);
  if (options.some((option) => option.trim() === '')) faults.push(`An option of "${name}" is empty.`);
  if (min !== null && max !== null && min > max)
    faults.push(`The least number of "${name}" is above the greatest.`);
  if (maxLength !== null && (maxLength < 1 || maxLength > LONGEST_TEXT))
    faults.push(`"${name}" may ask for 1 to ${LONGEST_TEXT} characters.`);
  if (eligibility !== null) faults.push(...eligibilityFaults(field, eligibility, name));
  return faults;
}

function eligibilityFaults(field: FormField, { wants, says }: Eligibility, name: string): string[] {
  if (says.trim() === '') return [`"${name}" is a condition: say what somebody reads who does not meet it.`];
  if (field.kind === 'number')
    return field.min === null && field.max === null ? [`"${name}" is a condition without a bound.`] : [];
  const known = field.kind === 'yes_no' ? ['yes', 'no'] : isChoice(field) ? field.options : null;
  if (known === null) return [`"${name}" cannot be a condition: only numbers, yes/no and choices can.`];
  return wants.length === 0 || wants.some((one) => !known.includes(one))
    ? [`"${name}" is a condition: name answers that meet it.`]
    : [];
}

/** What is wrong with a form, in words; empty when it can be published. */
export function formFaults({ fields, rubric, filesNeeded }: Form): string[] {
  const faults = fields.flatMap(fieldFaults);
  if (fields.length > MOST_FIELDS) faults.push(`A form asks ${MOST_FIELDS} questions at most.`);
  const keys = fields.map(({ key }) => key);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  for (const key of new Set(twice)) faults.push(`Two questions have the name "${key}".`);
  if (filesNeeded < 0 || filesNeeded > 10) faults.push('A form can ask for up to ten files.');
  return rubric.length === 0 ? faults : [...faults, ...rubricFaults(rubric)];
}

function schemaOf(field: FormField): object {
  const { label: title, help, kind, options, min, max, maxLength, isRequired } = field;
  const head = { title, ...(help === '' ? {} : { description: help }) };
  const least = isRequired ? 1 : 0;
  switch (kind) {
    case 'line':
      return {
        ...head,
        type: 'string',
        minLength: least,
        maxLength: maxLength ?? LONGEST_LINE,
        pattern: '^[^\\r\\n]*$',
      };
    case 'text':
      return { ...head, type: 'string', minLength: least, maxLength: maxLength ?? LONGEST_TEXT };
    case 'link':
      return { ...head, type: 'string', format: 'uri', pattern: '^https?://', maxLength: 500 };
    case 'date':
      return { ...head, type: 'string', format: 'date' };
    case 'number':
      return {
        ...head,
        type: 'number',
        ...(min === null ? {} : { minimum: min }),
        ...(max === null ? {} : { maximum: max }),
      };
    case 'yes_no':
      return { ...head, type: 'boolean' };
    case 'choice':
      return { ...head, type: 'string', enum: options };
    case 'choices':
      return {
        ...head,
        type: 'array',
        items: { type: 'string', enum: options },
        uniqueItems: true,
        minItems: least,
      };
  }
}

/**
 * The answers as a JSON schema (draft 2020-12). A bound that is a condition is no rule of the schema: whoever is outside
 * of it is told that they are not eligible, not that they cannot type.
 */
export function answersSchema({ fields }: Form): Readonly<Record<string, unknown>> {
  const open = fields.map((field) =>
    field.eligibility === null || field.kind !== 'number' ? field : { ...field, min: null, max: null },
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    required: fields.filter(({ isRequired }) => isRequired).map(({ key }) => key),
    properties: Object.fromEntries(open.map((field) => [field.key, schemaOf(field)])),
  };
}

const meets = (field: FormField, { wants }: Eligibility, answer: Answer): boolean => {
  if (field.kind === 'number')
    return (
      typeof answer === 'number' && answer >= (field.min ?? -Infinity) && answer <= (field.max ?? Infinity)
    );
  const said = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : answer;
  return Array.isArray(said) ? said.some((one) => wants.includes(one)) : wants.includes(String(said));
};

/** Why somebody with these answers cannot take part, one sentence each; what is not answered yet is not held against them. */
export function ineligible({ fields }: Form, answers: Answers): string[] {
  return fields.flatMap((field) => {
    const answer = answers[field.key];
    if (field.eligibility === null || answer === undefined) return [];
    return meets(field, field.eligibility, answer) ? [] : [field.eligibility.says];
  });
}

/** Answers as reviewers read them: label and answer, without what would tell who it is. */
export function blindAnswers(
  { fields }: Form,
  answers: Answers,
): { key: string; label: string; answer: Answer }[] {
  return fields.flatMap(({ key, label, isBlind }) => {
    const answer = answers[key];
    return isBlind && answer !== undefined ? [{ key, label, answer }] : [];
  });
}

/** Text of people as it is kept: one form of each letter, no control or direction marks that hide what stands there. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(
      // eslint-disable-next-line no-control-regex -- control characters are what is taken out
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
      '',
    )
    .trim();
}

function plain(value: Answer): Answer {
  if (typeof value === 'string') return plainText(value);
  return Array.isArray(value) ? value.map(plainText) : value;
}

/** Every text among answers as it is kept. Nothing else changes. */
export function plainAnswers(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, plain(value)]));
}
