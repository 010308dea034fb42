import { refusals } from '../../kernel/refusal';

export { DRAW_STATES, type DrawState } from './domain/draw.workflow';

/** What a draw decides: places in a programme, slots of the showcase, a tie between grant applications, seats. */
export const DRAW_KINDS = ['enrollment', 'showcase', 'grant_tie', 'event'] as const;
export type DrawKind = (typeof DRAW_KINDS)[number];

export const drawRefusals = refusals('draw', {
  nobody_to_draw: {
    kind: 'conflict',
    says: 'There is nobody on the list. A draw needs at least one entry; close it without a draw instead.',
  },
  list_changed: {
    kind: 'conflict',
    says:
      'The list is not the one that was published. A draw is held on the published list or not at all: put the list ' +
      'back as it was, or cancel the draw in public and commit to a new one.',
  },
  not_committed: {
    kind: 'conflict',
    says: 'No hash of a seed was published for this yet. Commit first, then close the list, then draw.',
  },
  drawn_already: {
    kind: 'conflict',
    says: 'There is a draw for this already. Cancel it in public before another is committed to.',
  },
  not_drawn: {
    kind: 'conflict',
    says: 'The seed of this draw is not revealed yet. There is no result to show.',
  },
});
