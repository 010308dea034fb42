import { figureOf } from '../../ui/typed-amount';
import type { Question, Task } from './use-tasks';

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A task as it stands in its form. */
export interface Draft {
  readonly programId: string | null;
  readonly title: string;
  readonly intro: string;
  readonly price: string;
  readonly minutes: number;
  readonly seats: number;
  readonly dueOn: string;
  readonly questions: readonly Question[];
}

/** A new one, or what a task says. */
export const draftOf = (task: Task | undefined): Draft =>
  task === undefined
    ? {
        programId: null,
        title: '',
        intro: '',
        price: '',
        minutes: 10,
        seats: 5,
        dueOn: dayIn(14),
        questions: [],
      }
    : { ...task, price: figureOf(task.price), dueOn: task.dueAt.slice(0, 10) };

/** A key that no question has. */
export const freeKey = (questions: readonly Question[]): string => {
  const taken = new Set(questions.map(({ key }) => key));
  let number = questions.length + 1;
  while (taken.has(`q${number}`)) number += 1;
  return `q${number}`;
};
