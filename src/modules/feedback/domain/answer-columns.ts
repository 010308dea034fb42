import type { Marker } from './markers';
import type { Question } from './task-form';

/** Names of files, by id. */
export type ClipNames = ReadonlyMap<string, string>;

/** Keys of questions have no dot, so that no column of an answer can be taken for another one. */
const column = ({ key }: Question, part = ''): string => `answer.${key}${part}`;

/** The columns of a form's answers: one for each question, and one for the reason of a comparison. */
export const answerColumns = (questions: readonly Question[]): string[] =>
  questions.flatMap((question) =>
    question.kind === 'pairwise' ? [column(question), column(question, '.because')] : [column(question)],
  );

/** `83.417` is `1:23.417`: minutes, seconds, milliseconds. */
function timecode(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const rest = ((milliseconds % 60_000) / 1000).toFixed(3).padStart(6, '0');
  return `${Math.floor(milliseconds / 60_000)}:${rest}`;
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** `0:01.500-0:02.000 (30% of the width by 40% of the height, from 10% left and 20% top): The arm bends.` */
function markerText({ at, until, region, note }: Marker): string {
  const time = until === undefined ? timecode(at) : `${timecode(at)}-${timecode(until)}`;
  if (region === undefined) return `${time}: ${note}`;
  const { x, y, w, h } = region;
  const size = `${percent(w)} of the width by ${percent(h)} of the height`;
  return `${time} (${size}, from ${percent(x)} left and ${percent(y)} top): ${note}`;
}

interface Comparison {
  readonly prefers: 'a' | 'b' | 'same';
  readonly because?: string;
}

function preferred({ prefers }: Comparison, clips: readonly string[], names: ClipNames): string {
  if (prefers === 'same') return 'No difference';
  const name = names.get(clips[prefers === 'a' ? 0 : 1] ?? '');
  return `${prefers.toUpperCase()}${name === undefined ? '' : `: ${name}`}`;
}

type Cell = string | number | null;

function cellsOf({ kind, clips }: Question, answer: unknown, names: ClipNames): Cell[] {
  if (kind === 'pairwise') {
    const comparison = answer as Comparison | undefined;
    if (comparison === undefined) return [null, null];
    return [preferred(comparison, clips, names), comparison.because ?? null];
  }
  if (answer === undefined || answer === null) return [null];
  if (kind === 'markers') return [(answer as Marker[]).map(markerText).join('\n')];
  if (Array.isArray(answer)) return [answer.join('; ')];
  return [answer as string | number];
}

/** One submission's answers for people, in the order of `answerColumns`; what was not answered is `null`. */
export const answerCells = (
  questions: readonly Question[],
  answers: Readonly<Record<string, unknown>>,
  names: ClipNames,
): Cell[] => questions.flatMap((question) => cellsOf(question, answers[question.key], names));
