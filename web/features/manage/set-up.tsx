import { Progress, Text } from '@mantine/core';
import type { Part } from './path-parts';
import type { Program } from './use-manage';
import type { Draft } from './use-plan';

export const TITLES: Record<Part, string> = {
  plan: 'Dates and seats',
  terms: 'Terms',
  rates: 'Rate card',
  quota: 'Quota plan',
  mark: 'Mark policy',
  models: 'Providers and models',
  review: 'How artists are selected',
  retention: 'How long clips stay',
};

export const PART_OF: Record<Draft['kind'], Exclude<Part, 'plan'>> = {
  terms: 'terms',
  rate_card: 'rates',
  quota_plan: 'quota',
  mark_policy: 'mark',
  model_policy: 'models',
  review_policy: 'review',
  retention_policy: 'retention',
};

/** Forms begin with what is in force; where nothing is, with the draft. */
export function begun(program: Program, drafts: readonly Draft[]): Program {
  const contentOf = (kind: Draft['kind']) => {
    const found = drafts.find((draft) => draft.kind === kind);
    const head = { id: '', version: 0, hash: '', publishedAt: '', effectiveAt: '' };
    return found === undefined ? null : { ...found.content, ...head };
  };
  return {
    ...program,
    rateCard: program.rateCard ?? (contentOf('rate_card') as Program['rateCard']),
    quotaPlan: program.quotaPlan ?? (contentOf('quota_plan') as Program['quotaPlan']),
    markPolicy: program.markPolicy ?? (contentOf('mark_policy') as Program['markPolicy']),
    modelPolicy: program.modelPolicy ?? (contentOf('model_policy') as Program['modelPolicy']),
    reviewPolicy: program.reviewPolicy ?? (contentOf('review_policy') as Program['reviewPolicy']),
    retentionPolicy: program.retentionPolicy ?? (contentOf('retention_policy') as Program['retentionPolicy']),
  };
}

const NEEDED = 4;

/** How far the set-up is, and what is missing. */
export function SetUpProgress({ program }: { program: Program }) {
  const done = NEEDED - program.missing.length;
  if (program.state !== 'draft') return null;
  const left = program.missing.map((kind) => TITLES[PART_OF[kind]].toLowerCase());
  return (
    <div>
      <Progress value={(100 * done) / NEEDED} aria-label="Documents published" />
      <Text size="sm" c="dimmed" mt={4}>
        {done} of {NEEDED} documents published.{' '}
        {left.length === 0 ? 'Nothing is missing: it can be opened.' : `Missing: ${left.join(', ')}.`}
      </Text>
    </div>
  );
}
