import type { StatementDraft } from './statement';

/** A first no on a high-stakes item: the statement that a second person may adopt, change or reject. */
export interface Proposal {
  readonly by: string;
  readonly note: string;
  readonly statement: StatementDraft | null;
}
