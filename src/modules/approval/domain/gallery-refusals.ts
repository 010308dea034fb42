import type { RefusalRow } from '../../../kernel/refusal';

/** What the gallery says no to. Part of `approvalRefusals`. */
export const GALLERY_REFUSALS = {
  nothing_to_show: {
    kind: 'conflict',
    says: 'A link for the press shows what was approved: nothing has been yet, or it was taken down or withdrawn.',
  },
  press_link_over: {
    kind: 'not_found',
    status: 404,
    says: 'This link is over: it has expired or its artist has ended it. Ask whoever gave it to you for a new one.',
  },
  press_links_full: {
    kind: 'conflict',
    says: 'There are twenty links for this work already. End one that is no longer needed.',
  },
} as const satisfies Record<string, RefusalRow>;
