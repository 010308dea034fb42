import { MARK_DEFAULTS, type MarkPolicy } from '../contract';
import type { Contents } from './versions';

type Asked = Pick<MarkPolicy, 'text' | 'place' | 'isVisible' | 'c2pa'> &
  Partial<Pick<MarkPolicy, 'trainingUse' | 'artistCredit'>>;

/** The members that are hashed and stored: saying the default and saying nothing are the same policy. */
export function markPolicyContent({ text, place, isVisible, c2pa, ...more }: Asked): Contents['mark_policy'] {
  const { trainingUse, artistCredit } = more;
  return {
    text,
    place,
    isVisible,
    c2pa,
    ...((trainingUse ?? MARK_DEFAULTS.trainingUse) === MARK_DEFAULTS.trainingUse
      ? {}
      : { trainingUse: trainingUse ?? MARK_DEFAULTS.trainingUse }),
    ...(artistCredit === true ? { artistCredit } : {}),
  };
}
