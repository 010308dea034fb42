/** The causes under which one piece of work earns: an item of feedback, or a seat of a task with its top-up. */
export const WORK_CAUSES = {
  feedback: ['feedback'],
  task_seat: ['task_seat', 'true_up'],
} as const satisfies Record<string, readonly string[]>;
export type Work = keyof typeof WORK_CAUSES;
