import type { Actor } from '../../../kernel/actor';
import type { AwardFacts } from '../domain/award.workflow';
import type { AwardEntity } from './award.entity';
import type { MilestoneEntity } from './milestone.entity';

const isOpen = ({ state }: MilestoneEntity): boolean => state !== 'accepted' && state !== 'cancelled';

/** What the rules must know of an award before the caller's words are looked at. */
export function awardFacts(
  me: Actor,
  row: AwardEntity,
  milestones: readonly MilestoneEntity[],
): Omit<AwardFacts, 'isSameAgreement' | 'hasReasons'> {
  return {
    isOwn: row.personId === me.id,
    openMilestones: milestones.filter(isOpen).length,
    isAppealOver: row.appealUntil !== null && row.appealUntil.getTime() <= Date.now(),
    isAppealed: row.appeal !== null,
  };
}

/** The steps that an amendment replaces, as one list that changes with each of them. */
export function replaced(milestones: readonly MilestoneEntity[]): string[] {
  return milestones.filter(isOpen).map(({ id, state }) => `${id} ${state}`);
}

/** Minor units that an award has not paid out and can pay no more. */
export function unpaid(row: AwardEntity, milestones: readonly MilestoneEntity[]): bigint {
  return milestones.reduce(
    (left, { state, amount }) => left - (state === 'accepted' ? amount : 0n),
    row.amount,
  );
}
