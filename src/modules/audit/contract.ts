import { refusals } from '../../kernel/refusal';

export { type Fault } from './domain/chain';

export const auditRefusals = refusals('audit', {});
