import { eventKind } from '../../kernel/event';
import type { Currency } from '../../kernel/money';
import { refusals } from '../../kernel/refusal';
import type { ApplicationState } from './domain/application.workflow';
import type { AwardState } from './domain/award.workflow';
import type { EventState } from './domain/event.workflow';
import type { MilestoneState } from './domain/milestone.workflow';
import type { SeatState } from './domain/seat.workflow';

export {
  APPLICATION_STATES,
  APPLICATION_VERBS,
  type ApplicationState,
  type ApplicationVerb,
} from './domain/application.workflow';
export { CALL_STATES, CALL_VERBS, type CallState, type CallVerb } from './domain/call.workflow';
export { CONFLICT_KINDS, type ConflictKind } from '../enrollment/contract';

export const grantsRefusals = refusals('grants', {
  call_incomplete: {
    kind: 'conflict',
    says: 'This call cannot open yet. `missing` lists what it needs before anybody is asked to apply.',
  },
  deadline_ahead: {
    kind: 'conflict',
    says: 'The deadline that was announced has not come. It closes by itself then, and not earlier.',
  },
  deadline_passed: { kind: 'conflict', says: 'The deadline lies in the past. Set a later one first.' },
  dates_reversed: {
    kind: 'invalid',
    says: 'The decision comes after the deadline. Move one of the two dates.',
  },
  rubric_unfit: {
    kind: 'invalid',
    says: 'The criteria cannot be published like this. `faults` lists what is wrong with them.',
  },
  applications_undecided: {
    kind: 'conflict',
    says: 'Some applications have no answer yet. Award, reserve or decline each with reasons, then decide.',
  },
  awards_made: {
    kind: 'conflict',
    says: 'Something was awarded already. A call with awards is decided, not cancelled.',
  },
  call_not_open: {
    kind: 'conflict',
    says: 'This call does not take applications now. Its page tells its dates.',
  },
  call_not_closed: {
    kind: 'conflict',
    says: 'Applications are judged after the call has closed, all by the same rules. Wait for its deadline.',
  },
  took_part: {
    kind: 'forbidden',
    says: 'You declined this application before its appeal. Somebody else judges it anew.',
  },
  call_decided: {
    kind: 'conflict',
    says: 'The call is decided: what is judged anew is awarded or declined, there is no reserve any more.',
  },
  applied_already: {
    kind: 'conflict',
    says: 'You have applied to this call. One application for each artist; yours can be changed until the deadline.',
  },
  application_locked: {
    kind: 'conflict',
    says: 'An application that is handed in cannot be changed. Take it back to a draft first, before the deadline.',
  },
  lines_do_not_add_up: {
    kind: 'invalid',
    says: 'The lines of the budget do not sum to the amount asked for. Change a line or the amount.',
  },
  own_application: { kind: 'forbidden', says: 'This application is your own. Somebody else judges it.' },
  conflicted: {
    kind: 'forbidden',
    says: 'You have a conflict of interest with this application: somebody else must judge it.',
  },
  reasons_missing: {
    kind: 'invalid',
    says: 'Nobody is answered without reasons. Name the rule where there is a list, and write what decided it.',
  },
  quorum_missing: {
    kind: 'conflict',
    says: 'This application does not have the reviews that the call promised. Assign and complete them first.',
  },
  decision_published: {
    kind: 'conflict',
    says: 'The decision is published. It changes by an appeal or an amendment, not by judging again.',
  },
  ranked_already: {
    kind: 'conflict',
    says: 'The ranking is made. Reviews and the panel do not change after it.',
  },
  departure_unexplained: {
    kind: 'invalid',
    says: 'Somebody ranked higher would get less. Say in `departure` why you depart from the ranking.',
  },
  yearly_cap: {
    kind: 'conflict',
    says: 'This artist has had as many as the cap for one year allows. The cap was published with the call.',
  },
  amount_missing: { kind: 'invalid', says: 'An award has an amount and steps that sum to it.' },
  over_asked: { kind: 'invalid', says: 'The award is more than what was asked for.' },
  over_budget: { kind: 'conflict', says: 'The award is more than what is left of the budget of this call.' },
  over_request: { kind: 'invalid', says: 'Nobody can ask for more than the budget of the call.' },
  plan_unfit: { kind: 'invalid', says: 'The steps do not fit the award. `faults` lists what is wrong.' },
  finalists_full: {
    kind: 'conflict',
    says: 'The call has named as many finalists as it announced.',
  },
  not_on_panel: { kind: 'forbidden', says: 'You are not on the panel of this call.' },
  panel_fixed: {
    kind: 'conflict',
    says: 'This person has reviews of this call. Recuse those first, then take the person off the panel.',
  },
  reviews_given: {
    kind: 'conflict',
    says: 'Reviews are handed out already. Recuse yourself from the one concerned: somebody else is asked then.',
  },
  review_over: {
    kind: 'conflict',
    says: 'This review cannot be changed any more: the application is decided or the call is not being judged.',
  },
  scores_missing: {
    kind: 'invalid',
    says: 'Every criterion needs a whole score from 1 to 5. `missing` lists those without.',
  },
  agreement_changed: {
    kind: 'conflict',
    says: 'This is not the agreement as it stands. Read the present one and accept that.',
  },
  milestones_open: {
    kind: 'conflict',
    says: 'Some steps are not done. Hand in evidence for each, or agree on an amendment.',
  },
  award_not_active: { kind: 'conflict', says: 'This award is not active, so its steps stand still.' },
  evidence_missing: {
    kind: 'invalid',
    says: 'Say what was done and link to it: evidence is what a step is paid for.',
  },
  appeal_over: { kind: 'conflict', says: 'The time to appeal is over, or an appeal was answered already.' },
  appeal_open: { kind: 'conflict', says: 'An appeal is still possible. The money stays held until then.' },
  same_person: {
    kind: 'forbidden',
    says: 'You took the first part of this. The second needs somebody else.',
  },
  second_look_no: {
    kind: 'conflict',
    says: 'Somebody outside of the line has looked at this and said no: the award goes on, the claim is approved.',
  },
  second_look_open: {
    kind: 'conflict',
    says: 'This claim was declined and waits for a second look. Its verdict decides; nothing else is answered meanwhile.',
  },
  amendment_outdated: {
    kind: 'conflict',
    says: 'The steps have changed since this was proposed. Propose it again for the present ones.',
  },
  amendment_open: {
    kind: 'conflict',
    says: 'A change of this award is proposed already. Answer that one first.',
  },
  event_incomplete: {
    kind: 'conflict',
    says: 'This event cannot open yet. `missing` lists what people must know before they register.',
  },
  event_ahead: { kind: 'conflict', says: 'The event has not taken place yet.' },
  event_over: { kind: 'conflict', says: 'The event has begun or is over: seats do not change any more.' },
  event_not_open: { kind: 'conflict', says: 'This event does not take registrations now.' },
  registered_already: { kind: 'conflict', says: 'You are registered for this event.' },
  attendance_missing: {
    kind: 'conflict',
    says: 'Of some people nobody has said whether they came. Mark each, then settle.',
  },
  expenses_unanswered: {
    kind: 'conflict',
    says: 'Some expenses have no answer. Approve or decline each first.',
  },
  own_seat: { kind: 'forbidden', says: 'Nobody marks their own attendance.' },
  own_expense: { kind: 'forbidden', says: 'Nobody answers their own expenses.' },
  over_cap: {
    kind: 'conflict',
    says: 'This is more than what is left of the expenses announced for one seat.',
  },
  not_attended: { kind: 'conflict', says: 'Expenses are for people who have a seat and came.' },
});

export interface GrantApplicationMoved {
  readonly applicationId: string;
  readonly callId: string;
  readonly programId: string;
  readonly personId: string;
  readonly title: string;
  readonly verb: string;
  readonly from: ApplicationState;
  readonly to: ApplicationState;
}
export const grantApplicationMoved = eventKind<GrantApplicationMoved>('grants.application_moved');

export interface AwardMoved {
  readonly awardId: string;
  readonly programId: string;
  readonly personId: string;
  readonly title: string;
  readonly verb: string;
  readonly from: AwardState | null;
  readonly to: AwardState;
}
export const awardMoved = eventKind<AwardMoved>('grants.award_moved');

export interface MilestoneMoved {
  readonly milestoneId: string;
  readonly awardId: string;
  readonly programId: string;
  readonly personId: string;
  readonly title: string;
  readonly amount: string;
  readonly currency: Currency;
  readonly verb: string;
  readonly to: MilestoneState;
}
export const milestoneMoved = eventKind<MilestoneMoved>('grants.milestone_moved');

export interface SeatMoved {
  readonly seatId: string;
  readonly eventId: string;
  readonly programId: string;
  readonly personId: string;
  readonly title: string;
  readonly verb: string;
  readonly to: SeatState;
}
export const seatMoved = eventKind<SeatMoved>('grants.seat_moved');

export interface GrantEventMoved {
  readonly eventId: string;
  readonly programId: string;
  readonly to: EventState;
}
export const grantEventMoved = eventKind<GrantEventMoved>('grants.event_moved');
