import { decimal } from '../../../kernel/money';
import { taskOffered, taskSeatMoved, taskTimeSet, type TaskOffered } from '../../feedback/contract';
import { about, type AnyTemplate } from './template';

const TASKS = '/studio/tasks';
const priceOf = ({ price, currency }: TaskOffered): string =>
  `${decimal({ amount: BigInt(price), currency })} ${currency}`;

/** Work that the programme asks for. */
export const TASK: readonly AnyTemplate[] = [
  ...about(taskOffered, 'task', {
    offered: {
      mail: true,
      write: (task) => [
        `Paid work: “${task.title}”`,
        `It pays ${priceOf(task)} for about ${task.minutes} minutes, until ${task.dueAt.slice(0, 10)}. You need not take it: nothing depends on that.`,
        TASKS,
      ],
    },
  }),
  ...about(taskSeatMoved, 'task_seat', {
    cancelled: {
      mail: true,
      to: ['cancelled'],
      write: () => [
        'A task that you had accepted was cancelled',
        'You are paid for it: the kill fee, or what you had done when that is more. The reason is on its page.',
        TASKS,
      ],
    },
    expired: {
      mail: false,
      to: ['expired'],
      write: () => [
        'The due date of a task has passed',
        'Your seat is free again. Nothing counts against you; other tasks are open.',
        TASKS,
      ],
    },
  }),
  ...about(taskTimeSet, 'task_time', {
    capped: {
      mail: false,
      to: ['capped'],
      write: ({ claimedMinutes, minutes }) => [
        'Somebody looks at the time of your task',
        `You confirmed ${claimedMinutes} minutes, much more than was estimated. Until a person has looked, ${minutes} count; without an answer in time yours do.`,
        TASKS,
      ],
    },
    settled: {
      mail: false,
      to: ['settled'],
      write: ({ claimedMinutes, minutes }) => [
        'The time of your task is settled',
        `${minutes} of the ${claimedMinutes} minutes that you confirmed count. The reason is on its page.`,
        TASKS,
      ],
    },
  }),
];
