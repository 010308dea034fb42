import type { FeedbackType } from './words';

/** What a programme might want to punish: criticism by the artist's own label, and reports of harm or of rights. */
export function isProtected(type: FeedbackType, sentiment: string | null | undefined): boolean {
  return sentiment === 'critical' || type === 'harm' || type === 'rights';
}
