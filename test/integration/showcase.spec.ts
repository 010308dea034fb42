import type { CastName } from '../support/app';
import { violations } from '../support/invariants';
import { prices } from '../support/program';
import { Sharing, statement } from '../support/sharing';

interface Use {
  use: string;
  agreedPrice: { amount: number } | null;
  licences: { id: string; isRunning: boolean }[];
}
interface Consents {
  workId: string;
  uses: Use[];
}
interface Round {
  id: string;
  state: string;
  verbs: string[];
  entries: { workId: string; outcome: string | null; position: number | null; title: string | null }[];
}
interface Shown {
  slots: { roundId: string; work: { id: string } }[];
  spread: { artists: number; slots: number; gini: number | null };
}

const PRICES = { ...prices(), 'licence.marketing': 30_000, 'licence.press': 5_000 };
const ARTISTS: readonly CastName[] = ['artist', 'artist2'];
let sharing: Sharing;

beforeAll(async () => {
  sharing = await Sharing.start('showcase', {}, ['api', 'relay', 'worker']);
  await card(PRICES);
}, 90_000);
afterAll(() => sharing?.stop());
afterEach(async () => {
  expect(await violations(sharing.atelier, 'approval-')).toEqual({});
  expect(await violations(sharing.atelier, 'compensation-')).toEqual({});
});

const ask = <T = Record<string, unknown>>(
  as: CastName,
  method: string,
  route: string,
  body?: object,
  key?: string,
) =>
  sharing.atelier.request<T>(method, `/api/v1${route}`, {
    as,
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });

async function card(items: object): Promise<void> {
  const answer = await ask('manager', 'POST', `/programs/${sharing.programId}/rate-cards`, { items });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
}

async function publish(artist: CastName): Promise<string> {
  const { id } = (await sharing.submit({}, artist)).body;
  await sharing.act('reviewer', id, 'claim');
  const { work } = (await sharing.act('reviewer', id, 'approve')).body;
  return work?.id ?? '';
}
const agree = (as: CastName, workId: string, use = 'showcase', price = 20_000) =>
  ask<Consents>(as, 'PUT', `/works/${workId}/consents/${use}`, { price });
const revoke = (as: CastName, workId: string, use = 'showcase') =>
  ask<Consents>(as, 'DELETE', `/works/${workId}/consents/${use}`);
const DAY = 86_400_000;
const plan = async (change: object = {}): Promise<Round> => {
  const startsAt = new Date(Date.now() + 1_000).toISOString();
  const endsAt = new Date(Date.now() + 7 * DAY).toISOString();
  const body = {
    programId: sharing.programId,
    title: 'A week',
    method: 'rotation',
    slots: 1,
    startsAt,
    endsAt,
  };
  const answer = await ask<Round>('manager', 'POST', '/showcase-rounds', { ...body, ...change });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const step = (id: string, verb: string, as: CastName = 'manager', key?: string) =>
  ask<Round>(as, 'POST', `/showcase-rounds/${id}/steps/${verb}`, {}, key);
/** The round's time has come. */
const begin = (id: string) =>
  sharing.sql(
    `UPDATE approval_showcase_rounds SET starts_at = now() - interval '1 second',
       quarter = quarter WHERE id = $1`,
    [id],
  );
const paid = async (licenceId: string) => {
  await sharing.atelier.settle();
  return sharing.atelier.db.read<{ amount: string; item: string }>(
    `SELECT amount::text AS amount, rate_item AS item FROM compensation_earnings WHERE cause_type = 'licence' AND cause_id = $1`,
    [licenceId],
  );
};
const licencesOf = async (as: CastName, workId: string, use: string) =>
  (await ask<{ items: Consents[] }>(as, 'GET', '/own-consents')).body.items
    .find((item) => item.workId === workId)
    ?.uses.find((row) => row.use === use)?.licences ?? [];
/** Nobody consents, nothing was shown. */
async function clear(): Promise<void> {
  for (const artist of ARTISTS)
    for (const { workId } of (await ask<{ items: Consents[] }>(artist, 'GET', '/own-consents?limit=100')).body
      .items)
      await revoke(artist, workId);
  await sharing.sql('DELETE FROM approval_showcase_slots');
}

describe('consent', () => {
  it('is given for each use at the price that was seen, and to no other', async () => {
    const workId = await publish('artist');
    expect((await agree('artist', workId, 'press', 4_000)).body).toMatchObject({
      code: 'approval.price_changed',
    });
    expect((await agree('artist', workId, 'training')).body).toMatchObject({ code: 'approval.use_unpriced' });
    expect((await agree('artist2', workId, 'press', 5_000)).status).toBe(404);
    expect((await agree('artist', workId, 'selling', 5_000)).status).toBe(404);
    const { body } = await agree('artist', workId, 'press', 5_000);
    expect(body.uses.filter(({ agreedPrice }) => agreedPrice !== null)).toMatchObject([
      { use: 'press', agreedPrice: { amount: 5_000 } },
    ]);
    expect((await agree('artist', workId, 'press', 5_000)).status).toBe(200);
  });

  it('is what a licence needs, and the licence is paid exactly once however often it is asked for or told', async () => {
    const workId = await publish('artist');
    const endsAt = new Date(Date.now() + 30 * DAY).toISOString();
    const body = { workId, use: 'marketing', purpose: 'The poster of the spring', endsAt };
    const grant = (change: object = {}, key?: string, as: CastName = 'manager') =>
      ask<{ id: string; code: string }>(as, 'POST', '/licences', { ...body, ...change }, key);
    expect((await grant()).body.code).toBe('approval.no_consent');
    await agree('artist', workId, 'marketing', 30_000);
    expect((await grant({ endsAt: new Date(0).toISOString() })).body.code).toBe('approval.licence_times');
    expect((await grant({ use: 'showcase' })).status).toBe(422);
    expect((await grant({}, undefined, 'artist')).status).toBe(403);
    const answers = await Promise.all([grant({}, 'key-1'), grant({}, 'key-1'), grant({}, 'key-2')]);
    const granted = answers.filter(({ status }) => status === 201).map(({ body: { id } }) => id);
    expect(new Set(granted).size).toBe(1);
    const id = granted[0] ?? '';
    expect(await paid(id)).toEqual([{ amount: '30000', item: 'licence.marketing' }]);
    // Told again, as a queue may.
    await sharing.sql(
      `DELETE FROM platform_deliveries WHERE event_id IN (SELECT id FROM platform_events WHERE payload ->> 'licenceId' = $1)`,
      [id],
    );
    await sharing.sql(`UPDATE platform_events SET relayed_at = NULL WHERE payload ->> 'licenceId' = $1`, [
      id,
    ]);
    expect(await paid(id)).toHaveLength(1);
    expect((await grant()).body.code).toBe('approval.licensed_already');
    const { body: list } = await ask<{ items: { causeType: string; because: string }[] }>(
      'artist',
      'GET',
      '/earnings',
    );
    expect(list.items.find(({ causeType }) => causeType === 'licence')?.because).toBe(
      'The licence for a use of “Tide Study” (marketing): The poster of the spring. By version 1 of the rate card.',
    );
  });

  it('ends what runs under it when it is taken back, and takes back no money', async () => {
    const workId = await publish('artist');
    await agree('artist', workId, 'press', 5_000);
    const endsAt = new Date(Date.now() + DAY).toISOString();
    const { body } = await ask<{ id: string }>('manager', 'POST', '/licences', {
      workId, use: 'press', purpose: 'A portrait', endsAt,
    }); // prettier-ignore
    expect(await licencesOf('artist', workId, 'press')).toMatchObject([{ id: body.id, isRunning: true }]);
    expect((await revoke('artist', workId, 'press')).status).toBe(200);
    expect((await revoke('artist', workId, 'press')).status).toBe(200);
    expect(await licencesOf('artist', workId, 'press')).toMatchObject([{ id: body.id, isRunning: false }]);
    expect(await paid(body.id)).toHaveLength(1);
  });

  it('is looked at by the database as well', async () => {
    const workId = await publish('artist');
    await agree('artist', workId, 'press', 5_000);
    await revoke('artist', workId, 'press');
    await expect(
      sharing.sql(
        `INSERT INTO approval_licences (id, consent_id, work_id, use, person_id, program_id, purpose, granted_by, ends_at)
         SELECT 'lic_x', id, work_id, use, person_id, program_id, 'Past the server', 'per_x', now() + interval '1 day'
         FROM approval_consents WHERE work_id = $1`,
        [workId],
      ),
    ).rejects.toThrow('does not consent');
  });
});

describe('a round of the showcase', () => {
  it('shows whoever was shown least, once in a quarter where it says so, and pays each slot once', async () => {
    await clear();
    const [mine, other] = [await publish('artist'), await publish('artist2')];
    await agree('artist', mine);
    await agree('artist2', other);
    const shown: string[] = [];
    for (const _ of [1, 2]) {
      const { id } = await plan({ perQuarter: 1 });
      expect((await step(id, 'fill')).status).toBe(409);
      await step(id, 'close');
      const { body } = await step(id, 'fill');
      shown.push(body.entries.find(({ outcome }) => outcome === 'shown')?.workId ?? '');
      expect((await step(id, 'fill')).status).toBe(200); // asked for twice
    }
    expect(shown).toEqual([mine, other]);
    for (const [as, work] of [['artist', mine], ['artist2', other]] as const) {
      const licences = await licencesOf(as, work, 'showcase');
      expect(licences).toHaveLength(1);
      expect(await paid(licences[0]?.id ?? '')).toEqual([{ amount: '20000', item: 'showcase.licence' }]);
    } // prettier-ignore
    // Both have had their one of the quarter.
    const third = await plan({ perQuarter: 1 });
    expect((await step(third.id, 'close')).body).toMatchObject({ code: 'approval.nobody_consents' });
    expect((await ask<Shown>('artist', 'GET', '/showcase')).body.spread).toMatchObject({ slots: 2, gini: 0 });
    await expect(
      sharing.sql(
        `INSERT INTO approval_showcase_slots SELECT round_id, slot + 1, work_id, 'per_x', program_id, quarter, per_quarter, 2, 'lic_x'
         FROM approval_showcase_slots LIMIT 1`,
      ),
    ).rejects.toThrow('approval_showcase_slots_cap');
  });

  it('is decided by a draw that anybody can check, with one ticket for each artist', async () => {
    await clear();
    const works = [await publish('artist'), await publish('artist'), await publish('artist2')];
    await agree('artist', works[0] ?? '');
    await agree('artist', works[1] ?? '');
    await agree('artist2', works[2] ?? '');
    const { id } = await plan({ method: 'draw' });
    const draw = async () =>
      (
        await ask<{ items: { state: string; entries: number | null }[] }>(
          'artist',
          'GET',
          `/draws?kind=showcase&subjectId=${id}`,
        )
      ).body.items[0];
    expect(await draw()).toMatchObject({ state: 'committed', entries: null });
    await step(id, 'close');
    expect(await draw()).toMatchObject({ state: 'frozen', entries: 2 });
    const { body } = await step(id, 'fill');
    expect(await draw()).toMatchObject({ state: 'revealed' });
    expect(body.entries.map(({ outcome }) => outcome)).toEqual(['shown', 'waiting']);
  });

  it('passes over whoever took the consent back, and shows nothing from the moment it is taken back', async () => {
    await clear();
    const [mine, other] = [await publish('artist'), await publish('artist2')];
    await agree('artist', mine);
    await agree('artist2', other);
    const { id } = await plan({ perQuarter: 6 });
    await step(id, 'close');
    await revoke('artist', mine);
    const { body } = await step(id, 'fill');
    expect(body.entries.map(({ workId, outcome }) => [workId, outcome])).toEqual(
      expect.arrayContaining([[mine, 'withdrawn'], [other, 'shown']]),
    ); // prettier-ignore
    await begin(id);
    const now = async () =>
      (await ask<Shown>('artist', 'GET', '/showcase')).body.slots.filter(({ roundId }) => roundId === id);
    expect((await now()).map(({ work }) => work.id)).toEqual([other]);
    await revoke('artist2', other);
    expect(await now()).toEqual([]);
  });

  it('asks for times that are ahead, and is planned by managers only', async () => {
    const at = (days: number) => new Date(Date.now() + days * DAY).toISOString();
    const body = { programId: sharing.programId, title: 'A week', method: 'rotation', slots: 1 };
    for (const [startsAt, endsAt] of [[at(-1), at(1)], [at(2), at(1)], [at(1), at(100)]])
      expect((await ask('manager', 'POST', '/showcase-rounds', { ...body, startsAt, endsAt })).body).toMatchObject({
        code: 'approval.round_times',
      }); // prettier-ignore
    expect(
      (await ask('reviewer', 'POST', '/showcase-rounds', { ...body, startsAt: at(1), endsAt: at(2) })).status,
    ).toBe(403);
    const { id } = await plan({ method: 'draw' });
    expect((await step(id, 'cancel')).body).toMatchObject({ state: 'cancelled', verbs: [] });
    expect((await step(id, 'close')).body).toMatchObject({ code: 'approval.wrong_state' });
    expect((await step(id, 'dance')).status).toBe(404);
  });

  it('shows no work that was taken down', async () => {
    await clear();
    const { id: submission } = (await sharing.submit({}, 'artist')).body;
    await sharing.act('reviewer', submission, 'claim');
    const { work } = (await sharing.act('reviewer', submission, 'approve')).body;
    await agree('artist', work?.id ?? '');
    const { id } = await plan();
    await step(id, 'close');
    await sharing.act('reviewer', submission, 'takeDown', { statement });
    expect((await step(id, 'fill')).body.entries).toMatchObject([{ outcome: 'withdrawn', title: null }]);
  });
});
