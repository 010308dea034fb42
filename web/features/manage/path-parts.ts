import type { Program } from './use-manage';

export type Part = 'plan' | 'terms' | 'rates' | 'quota' | 'mark' | 'models' | 'review' | 'retention';

const WINDOWS = { day: 'every day', week: 'every week', programme: 'for the whole programme' } as const;

const named = (names: readonly string[], all: string): string =>
  names.length === 0 ? all : names.join(', ');

/** The documents of a programme in the order in which they are written, with what each says now. */
export function partsOf({
  terms,
  rateCard,
  quotaPlan,
  markPolicy,
  modelPolicy,
  reviewPolicy,
  retention,
  retentionPolicy,
}: Program) {
  return [
    {
      part: 'terms' as const,
      title: 'Terms',
      version: terms?.version,
      says:
        terms === null
          ? 'What artists may do, what not, until when: five documents of clauses.'
          : `${terms.clauses.length} clauses in force`,
    },
    {
      part: 'rates' as const,
      title: 'Rate card',
      version: rateCard?.version,
      says:
        rateCard === null
          ? 'What accepted feedback and licences are paid.'
          : `${Object.keys(rateCard.items).length} prices in ${rateCard.currency}`,
    },
    {
      part: 'quota' as const,
      title: 'Quota plan',
      version: quotaPlan?.version,
      says:
        quotaPlan === null
          ? 'How many credits an artist gets, and how much may render at once.'
          : `${quotaPlan.credits.toLocaleString('en')} credits ${WINDOWS[quotaPlan.window]}, ${quotaPlan.concurrency} clips at once${quotaPlan.programConcurrency === null ? '' : `, ${quotaPlan.programConcurrency} of the whole programme`}`,
    },
    {
      part: 'mark' as const,
      title: 'Mark policy',
      version: markPolicy?.version,
      says:
        markPolicy === null
          ? 'What mark clips carry, and where.'
          : `“${markPolicy.text}”, ${markPolicy.isVisible ? markPolicy.place.replaceAll('_', ' ') : 'not visible'}` +
            (markPolicy.c2pa ? '; signed manifest (C2PA)' : '; no manifest'),
    },
    {
      part: 'review' as const,
      title: 'Selection',
      isOptional: true,
      version: reviewPolicy?.version,
      says:
        reviewPolicy === null
          ? 'How artists are selected, and by when: applicants read it first.'
          : `${reviewPolicy.selection.replaceAll('_', ' ')}, ${reviewPolicy.reviewers} people, ${reviewPolicy.decisionDays} days`,
    },
    {
      part: 'models' as const,
      title: 'Providers and models',
      isOptional: true,
      version: modelPolicy?.version,
      says:
        modelPolicy === null || modelPolicy.providers.length + modelPolicy.models.length === 0
          ? 'Every installed provider may render, with every model.'
          : `${named(modelPolicy.providers, 'every provider')} may render, with ${named(modelPolicy.models, 'every model')}`,
    },
    {
      part: 'retention' as const,
      title: 'How long clips stay',
      isOptional: true,
      version: retentionPolicy?.version,
      says:
        `Unkept finals ${retention.finalDays} days, drafts ${retention.draftDays}, told ${retention.warningDays} days before; ` +
        `${retention.binDays} days in the bin`,
    },
  ];
}
