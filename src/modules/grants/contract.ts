import { refusals } from '../../kernel/refusal';

export {
  APPLICATION_STATES,
  type ApplicationState,
  type ApplicationVerb,
} from './domain/application.workflow';
export { CALL_STATES, type CallState, type CallVerb } from './domain/call.workflow';

export const grantsRefusals = refusals('grants', {
  applications_undecided: {
    kind: 'conflict',
    says: 'Some applications have no answer yet. Award or decline each with reasons, then decide.',
  },
  awards_made: {
    kind: 'conflict',
    says: 'Something was awarded already. A call with awards is decided, not cancelled.',
  },
  call_not_open: { kind: 'conflict', says: 'This call does not take applications now.' },
  call_not_closed: {
    kind: 'conflict',
    says: 'Applications are judged after the call has closed, all by the same rules. Close it first.',
  },
  applied_already: {
    kind: 'conflict',
    says: 'You have applied to this call. One application for each artist.',
  },
  own_application: { kind: 'forbidden', says: 'This application is your own. Somebody else judges it.' },
  reasons_missing: { kind: 'invalid', says: 'Everyone who applies gets reasons. Write what decided it.' },
  amount_missing: { kind: 'invalid', says: 'An award has an amount.' },
  over_budget: { kind: 'conflict', says: 'The award is more than what is left of the budget of this call.' },
  over_request: { kind: 'invalid', says: 'Nobody can ask for more than the budget of the call.' },
});
