import type { AnyGround } from '../../redress/contract';
import type { DeclineCode } from '../contract';

interface DeclineRule {
  readonly ground: AnyGround;
  readonly name: string;
  /** The published criterion. */
  readonly text: string;
  readonly remedy: string;
}

/** What a decline stands on, as published with the selection. None of it is tone, opinion or what was reported. */
export const DECLINE_RULES: Readonly<Record<DeclineCode, DeclineRule>> = {
  capacity: {
    ground: 'selection',
    name: 'Places in the programme',
    text: 'There are as many places as the programme has published; the others came first by its published selection.',
    remedy: 'Apply to another programme, or to this one again when its page says that places are free.',
  },
  fit: {
    ground: 'selection',
    name: 'Criteria of the selection',
    text: 'Applications are scored on the published rubric of the programme, each criterion with its weight.',
    remedy: 'Read the rubric and the comments of the reviewers, and apply again with what they asked for.',
  },
  portfolio: {
    ground: 'selection',
    name: 'Work that was shown',
    text: 'The work that is handed in is scored on the published rubric of the programme.',
    remedy: 'Apply again with other work, or with more of it.',
  },
  eligibility: {
    ground: 'selection',
    name: 'Who may apply',
    text: 'The programme takes applications from those whom its page names.',
    remedy: 'Apply to a programme that takes applications from you; its page says so.',
  },
  incomplete: {
    ground: 'selection',
    name: 'What is handed in',
    text: 'An application has everything that its form asks for.',
    remedy: 'Apply again with the parts that were missing.',
  },
  terms: {
    ground: 'terms',
    name: 'Agreement with the terms',
    text: 'The programme can take in only who can keep its published terms.',
    remedy: 'Read the terms; ask “May I?” about what is unclear, and apply again.',
  },
};

/** The statement of a decline in parts: its first reason names the rule, all of them are the facts. */
export function declineParts(reasons: readonly { code: DeclineCode; text: string }[]) {
  const [first] = reasons;
  const rule = DECLINE_RULES[first?.code ?? 'fit'];
  const said = reasons.map(({ code, text }) => `${DECLINE_RULES[code].name}: “${text}”`).join(' ');
  return {
    ground: rule.ground,
    rule: { source: 'criterion' as const, id: rule.name, text: rule.text },
    facts: `The application was declined. ${said}`,
    remedy: rule.remedy,
  };
}
