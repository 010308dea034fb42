import type { Failure, FailureCode, ProviderCheck } from '../../domain/provider';
import { codeOfWords, record, text, type HttpFault } from '../answers.mapping';

/** What a failed task's code means: the vendor's own table, by its beginnings; the longest that fits counts. */
const BY_CODE: readonly (readonly [string, FailureCode])[] = [
  ['SAFETY', 'CONTENT_POLICY'],
  ['INPUT_PREPROCESSING.SAFETY', 'CONTENT_POLICY'],
  ['INPUT_PREPROCESSING', 'TRANSIENT'],
  ['ASSET', 'INVALID_INPUT'],
  ['INTERNAL.BAD_OUTPUT', 'BAD_OUTPUT'],
  ['INTERNAL', 'TRANSIENT'],
  ['THIRD_PARTY', 'TRANSIENT'],
];

export function codeOfFailure(failureCode: string | null): FailureCode {
  const code = failureCode ?? '';
  const fits = BY_CODE.filter(([begin]) => code === begin || code.startsWith(`${begin}.`));
  return fits.toSorted((a, b) => b[0].length - a[0].length)[0]?.[1] ?? 'UNKNOWN';
}

/** The first link of a finished task. */
export function linkOf(task: unknown): string | null {
  const { output } = record(task);
  return Array.isArray(output) ? text(output[0]) : null;
}

function failedOf(task: Readonly<Record<string, unknown>>): Failure {
  const code = codeOfFailure(text(task.failureCode));
  return { state: 'failed', code, message: text(task.failure) ?? 'No reason was given.' };
}

export function checkOf(body: unknown): ProviderCheck {
  const task = record(body);
  switch (task.status) {
    case 'SUCCEEDED':
      return linkOf(task) === null
        ? { state: 'failed', code: 'BAD_OUTPUT', message: 'The result names no video.' }
        : { state: 'ready' };
    case 'FAILED':
      return failedOf(task);
    case 'CANCELLED':
      return { state: 'failed', code: 'CANCELLED', message: 'The renderer was told to stop.' };
    case 'RUNNING':
      return { state: 'running', progress: typeof task.progress === 'number' ? task.progress : 0 };
    case 'PENDING':
    case 'THROTTLED':
      return { state: 'running', progress: 0 };
    default:
      return {
        state: 'unclear',
        failure: { state: 'failed', code: 'TRANSIENT', message: 'It answered no task.' },
      };
  }
}

/** An account without credits answers 400 or 403 with words of its own. */
export function codeOfRefusal({ body, status }: HttpFault): FailureCode | undefined {
  const said = text(record(body).error) ?? '';
  if (/not have enough credits|insufficient credits/i.test(said)) return 'QUOTA';
  return status === 400 ? (codeOfWords(said) ?? undefined) : undefined;
}
