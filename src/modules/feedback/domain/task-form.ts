/** Kinds of questions that a task can ask. Each is one member of the answers' JSON schema. */
export const QUESTION_KINDS = ['text', 'scale', 'choice', 'pairwise', 'markers'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Question {
  /** Stable name of the answer, unique in the form. */
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly kind: QuestionKind;
  readonly isRequired: boolean;
  /** Characters at most, of a text. */
  readonly maxLength: number;
  /** Ends of a scale, and what they mean. */
  readonly min: number;
  readonly max: number;
  readonly minLabel: string;
  readonly maxLabel: string;
  /** What can be chosen, and whether more than one. */
  readonly options: readonly string[];
  readonly isMultiple: boolean;
  /** Files that it shows: two to compare, one to mark. */
  readonly clips: readonly string[];
}

export interface TaskForm {
  readonly questions: readonly Question[];
}

export interface FormFault {
  /** Key of the question. */
  readonly question: string;
  readonly says: string;
}

/** What is known of a clip: `null` seconds is no video. */
export type ClipLengths = ReadonlyMap<string, number | null>;

export const MOST_QUESTIONS = 40;
const CLIPS: Readonly<Partial<Record<QuestionKind, number>>> = { pairwise: 2, markers: 1 };

function faultOf(question: Question, lengths: ClipLengths): string | null {
  const { kind, label, key, options, min, max, clips } = question;
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(key)) return 'Its key needs small letters, digits and _ only.';
  if (label.trim() === '') return 'It asks nothing.';
  if (kind === 'scale' && (max <= min || max - min > 10)) return 'A scale has two to eleven steps.';
  if (kind === 'choice' && options.length < 2) return 'A choice needs two options at least.';
  if (kind === 'choice' && new Set(options).size !== options.length) return 'An option stands there twice.';
  if (options.some((option) => option.trim() === '')) return 'An option is empty.';
  const needed = CLIPS[kind] ?? 0;
  if (clips.length !== needed) return needed === 2 ? 'It compares two clips.' : `It shows ${needed} clips.`;
  if (new Set(clips).size !== clips.length) return 'It compares a clip with itself.';
  const isKnown = clips.every((clip) => typeof lengths.get(clip) === 'number');
  return isKnown ? null : 'A clip of it is no MP4 of this programme. Upload it again.';
}

/** What is wrong with a form before anybody sees it; empty when it can be asked. */
export function formFaults({ questions }: TaskForm, lengths: ClipLengths): FormFault[] {
  const keys = questions.map(({ key }) => key);
  return questions.flatMap((question, index) => {
    const isTwice = keys.indexOf(question.key) !== index;
    const says = isTwice ? 'Another question has this key.' : faultOf(question, lengths);
    return says === null ? [] : [{ question: question.key, says }];
  });
}

export const clipsOf = ({ questions }: TaskForm): string[] => [
  ...new Set(questions.flatMap(({ clips }) => clips)),
];

type Schema = Readonly<Record<string, unknown>>;
const share = { type: 'number', minimum: 0, maximum: 1 };
const size = { type: 'number', exclusiveMinimum: 0, maximum: 1 };

const markersOf = (seconds: number): Schema => ({
  type: 'array',
  description: 'Beyond what a schema can say: until is more than at, x + w and y + h are 1 at most.',
  minItems: 1,
  maxItems: 50,
  items: {
    type: 'object',
    required: ['at', 'note'],
    additionalProperties: false,
    properties: {
      at: { type: 'number', minimum: 0, maximum: seconds },
      until: { type: 'number', minimum: 0, maximum: seconds },
      region: {
        type: 'object',
        required: ['x', 'y', 'w', 'h'],
        additionalProperties: false,
        properties: { x: share, y: share, w: size, h: size },
      },
      note: { type: 'string', minLength: 1, maxLength: 1000 },
    },
  },
});

const comparison: Schema = {
  type: 'object',
  required: ['prefers'],
  additionalProperties: false,
  properties: { prefers: { enum: ['a', 'b', 'same'] }, because: { type: 'string', maxLength: 2000 } },
};

const SCHEMAS: Readonly<Record<QuestionKind, (question: Question, lengths: ClipLengths) => Schema>> = {
  text: ({ maxLength }) => ({ type: 'string', minLength: 1, maxLength }),
  scale: ({ min, max }) => ({ type: 'integer', minimum: min, maximum: max }),
  choice: ({ options, isMultiple }) =>
    isMultiple
      ? { type: 'array', items: { enum: options }, minItems: 1, uniqueItems: true }
      : { enum: options },
  pairwise: () => comparison,
  markers: ({ clips }, lengths) => markersOf(lengths.get(clips[0] ?? '') ?? 0),
};

/** The answers to a form as JSON schema (2020-12). `isPartial`: nothing is required, one answer is. */
export function answerSchema({ questions }: TaskForm, lengths: ClipLengths, isPartial = false): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    required: isPartial ? [] : questions.filter(({ isRequired }) => isRequired).map(({ key }) => key),
    ...(isPartial && { minProperties: 1 }),
    properties: Object.fromEntries(
      questions.map((question) => [
        question.key,
        {
          title: question.label,
          ...(question.help !== '' && { description: question.help }),
          ...SCHEMAS[question.kind](question, lengths),
        },
      ]),
    ),
  };
}
