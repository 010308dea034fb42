import { EventLifeService } from '../../../src/modules/grants/events/event-life.service';
import type { TestApp } from '../app';
import { grantRound, type Award } from '../grants';

const STRANGER = 'artist2';
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

function event(programId: string): object {
  return {
    programId,
    title: 'Open studio',
    description: 'An evening',
    place: 'Studio 2',
    accessibility: 'Step-free, captions on request',
    codeOfConduct: 'Be kind',
    startsAt: inHours(48),
    endsAt: inHours(50),
    closesAt: inHours(24),
    timeZone: 'Europe/Berlin',
    seats: 2,
    admission: 'first_come',
    expenses: 50,
  };
}

/** A seat of the stranger at an event that has begun, with an expense. `mark` is in what they wrote. */
async function attend(
  atelier: TestApp,
  post: ReturnType<typeof grantRound>['post'],
  programId: string,
  mark: string,
) {
  const { body } = await post<{ id: string }>('events', 'manager', event(programId));
  await post(`events/${body.id}/open`, 'manager');
  const seat = await post<{ id: string }>(`events/${body.id}/seats`, STRANGER, { needs: mark });
  await atelier.db.tx((tx) =>
    tx.run(
      `UPDATE grants_events SET closes_at = now() - interval '2 minutes', starts_at = now() - interval '1 minute' WHERE id = $1`,
      [body.id],
    ),
  );
  await atelier.app.get(EventLifeService).closeDue();
  await post(`seats/${seat.body.id}/attend`, 'manager');
  const claimed = await post<{ expenses: { id: string }[] }>(`seats/${seat.body.id}/expenses`, STRANGER, {
    amount: 40,
    what: mark,
  });
  const expense = claimed.body.expenses?.[0]?.id;
  if (expense === undefined) throw new Error(`no expense: ${JSON.stringify(claimed.body)}`);
  return { event: body.id, seat: seat.body.id, expense };
}

/** What a grant round and an event leave of the stranger: an application, an award with a step and a wish to change it. */
export async function grantsOf(atelier: TestApp, programId: string, mark: string) {
  const round = grantRound(
    () => atelier,
    () => programId,
  );
  const past = await round.create(1_000);
  await round.move(past, 'open');
  const { body: given } = await round.apply(past, STRANGER, 1_000, { statement: mark });
  await round.ranked(past);
  const steps = [
    { title: 'Script', amount: 400, dueAt: inHours(240), isAtStart: true },
    { title: 'Film', amount: 600, dueAt: inHours(960) },
  ];
  await round.judge(given.id, 'award', { amount: 1_000, reasons: 'Clear', steps });
  await round.move(past, 'decide');
  const award = await round.accepted(STRANGER);
  const plan = { reason: mark, steps: [{ title: 'All in one', amount: 600, dueAt: inHours(1_000) }] };
  const { body: amended } = await round.post<Award>(`awards/${award.id}/amendments`, STRANGER, plan);
  const [review] = await round.reviewsOf('reviewer', past);
  const call = await round.create(1_000);
  await round.move(call, 'open');
  const { body: application } = await round.apply(call, STRANGER, 600, { statement: mark, submit: false });
  const { body: question } = await round.post<{ id: string }>(`calls/${call}/questions`, STRANGER, {
    question: 'May it be in black and white?',
  });
  return {
    call,
    callApplication: application.id,
    callQuestion: question.id,
    award: award.id,
    milestone: award.milestones.find(({ title }) => title === 'Film')?.id ?? '',
    amendment: amended.amendments[0]?.id ?? '',
    grantReview: review?.id ?? '',
    ...(await attend(atelier, round.post, programId, mark)),
  };
}
