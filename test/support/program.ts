import { FEEDBACK_TYPES, type Clause } from '../../src/modules/program/contract';
import type { CastName, TestApp } from './app';

/** Five documents that may be published; `word` makes one version differ from another. */
export function clauses(word = 'first'): Clause[] {
  const secrecyEnds = new Date(Date.now() + 90 * 86_400_000).toISOString();
  const rule = (id: string, document: Clause['document'], text: string, endsAt?: string): Clause => ({
    id,
    document,
    title: `Rule ${id}`,
    text: `${text} (${word})`,
    summary: text,
    examples: [`An example of ${id}.`],
    ...(endsAt === undefined ? {} : { endsAt }),
  });
  return [
    rule('T-1', 'terms', 'You may generate clips within your quota.'),
    rule('CO-1', 'confidentiality', 'Do not show unreleased features.', secrecyEnds),
    rule('RU-1', 'responsible_use', 'Do not depict real people without their permission.'),
    rule('SH-1', 'sharing', 'You may show approved clips anywhere.'),
    rule('PA-1', 'compensation', 'Accepted feedback is paid by the rate card.'),
  ];
}

/** Minor units for everything that must be priced. */
export function prices(amount = 1_500): Record<string, number> {
  const feedback = FEEDBACK_TYPES.map((type) => [`feedback.${type}`, amount] as const);
  return Object.fromEntries([...feedback, ['feedback.duplicate', 500], ['showcase.licence', 20_000]]);
}

export const quotaPlan = { credits: 5_000, window: 'week', concurrency: 2, queued: 20, weight: 1 } as const;
export const markPolicy = {
  text: 'Made with lumen-1',
  place: 'bottom_right',
  isVisible: true,
  c2pa: false,
} as const;

let made = 0;

/** A programme in draft with nothing published. */
export async function draftProgram(
  app: TestApp,
  shape: { slug?: string; capacity?: number; as?: CastName } = {},
): Promise<{ id: string; slug: string }> {
  made += 1;
  const slug = shape.slug ?? `programme-${made}`;
  const { status, body } = await app.request<{ id: string }>('POST', '/api/v1/programs', {
    as: shape.as ?? 'manager',
    body: {
      slug,
      name: `Programme ${slug}`,
      model: 'lumen-1',
      currency: 'EUR',
      startsAt: new Date(Date.now() - 86_400_000).toISOString(),
      endsAt: new Date(Date.now() + 90 * 86_400_000).toISOString(),
      capacity: shape.capacity ?? 10,
    },
  });
  if (status !== 201) throw new Error(`no programme: ${JSON.stringify(body)}`);
  return { id: body.id, slug };
}

/** A programme that takes applications, with one version of each document. */
export async function openProgram(
  app: TestApp,
  shape: { slug?: string; capacity?: number } = {},
): Promise<{ id: string; slug: string }> {
  const program = await draftProgram(app, shape);
  const publish = async (what: string, body: object): Promise<void> => {
    const answer = await app.request('POST', `/api/v1/programs/${program.id}/${what}`, {
      as: 'manager',
      body,
    });
    if (answer.status >= 300) throw new Error(`${what}: ${JSON.stringify(answer.body)}`);
  };
  await publish('terms', { clauses: clauses() });
  await publish('rate-cards', { items: prices() });
  await publish('quota-plans', quotaPlan);
  await publish('mark-policies', markPolicy);
  await publish('open', {});
  return program;
}
