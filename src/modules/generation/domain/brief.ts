import type { RouteLine } from './routing';
import type { Unhonoured } from './unhonoured';

/** What the clips of one batch have in common besides their own fields. */
export interface Brief {
  readonly styleId: string | null;
  readonly styleVersion: number | null;
  readonly parentId: string | null;
  readonly referenceId: string | null;
  /** `null`: there was no choice. */
  readonly route: readonly RouteLine[] | null;
  readonly unhonoured: readonly Unhonoured[];
}

/** As it is written with its batch; the version is that of the style's row. */
export type NewBrief = Omit<Brief, 'styleVersion'>;

export function newBriefOf({ styleId, parentId, referenceId, route, unhonoured }: Brief): NewBrief {
  return { styleId, parentId, referenceId, route, unhonoured };
}
