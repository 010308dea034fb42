import { WithheldRemoval } from '../../src/modules/generation/stopped/withheld-removal.service';
import type { CastName } from '../support/app';
import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { byKey, newKey } from '../support/keys';
import { Studio, type Clip } from '../support/studio';

let studio: Studio;

beforeAll(async () => {
  studio = await Studio.start('withheld');
  await enrollArtist(studio.atelier, studio.program, 'artist');
}, 60_000);
afterAll(() => studio?.stop());

interface Stopped {
  readonly keyId: string;
  readonly secret: string;
  readonly clip: string;
  readonly incident: string;
}

/** A key that has made a clip and was then put in quarantine by hand, because of what it did before. */
async function stopped(): Promise<Stopped> {
  const { key, secret } = await newKey(studio, 'artist');
  const { body } = await byKey(studio, secret);
  const clip = (body.generations[0] as Clip).id;
  expect((await studio.until('artist', clip)).files).not.toBeNull();
  const { body: incident } = await studio.ask<{ id: string }>(
    'POST',
    `/keys/${key.id}/quarantine`,
    'manager',
    {
      reason: 'Seen on a public page',
    },
  );
  await studio.atelier.settle();
  // The clip was made before the stop; the suspicion reaches back over it.
  await studio.atelier.db.tx((tx) =>
    tx.run(`UPDATE generation_stopped_keys SET since = since - interval '1 hour' WHERE key_id = $1`, [
      key.id,
    ]),
  );
  return { keyId: key.id, secret, clip, incident: incident.id };
}

const close = async ({ incident }: Stopped, verb: 'confirm' | 'dismiss') => {
  const answer = await studio.ask('POST', `/incidents/${incident}/${verb}`, 'manager2', {
    reason: 'Looked at it.',
  });
  await studio.atelier.settle();
  return answer;
};
const file = ({ clip }: Stopped, as: 'artist' | 'manager') =>
  studio.ask('GET', `/generations/${clip}/video`, as);
const sweep = () => studio.atelier.app.get(WithheldRemoval).sweep();
const later = (months: number) =>
  studio.atelier.db.tx((tx) =>
    tx.run(`UPDATE generation_stopped_keys SET confirmed_at = confirmed_at - make_interval(months => $1)`, [
      months,
    ]),
  );
const post = async (as: CastName, path: string, body: object = {}) => studio.ask('POST', path, as, body);

describe('what a stopped key has made', () => {
  test('of a false alarm is its owner’s again, at once and for ever; a new key is theirs meanwhile', async () => {
    const it = await stopped();
    expect(await file(it, 'artist')).toMatchObject({ status: 403, body: { code: 'generation.withheld' } });
    const recovered = await studio.ask<{ secret: string }>('POST', `/keys/${it.keyId}/rotate`, 'artist', {});
    expect(recovered.status).toBe(201);
    await studio.atelier.settle();
    expect((await byKey(studio, recovered.body.secret)).status).toBe(201);
    expect((await close(it, 'dismiss')).body).toMatchObject({ state: 'dismissed' });
    expect((await file(it, 'artist')).status).toBe(200);
    expect((await byKey(studio, it.secret)).status).toBe(401);
    await later(12);
    await sweep();
    expect((await file(it, 'artist')).status).toBe(200);
  });

  test('in wrong hands stays hidden, and its files are gone after seven months, on the record', async () => {
    const it = await stopped();
    expect((await close(it, 'confirm')).body).toMatchObject({ state: 'confirmed' });
    await later(6);
    expect(await sweep()).toBe(0);
    expect((await file(it, 'manager')).status).toBe(200);
    await later(2);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect((await file(it, 'manager')).status).toBe(404);
    expect(await file(it, 'artist')).toMatchObject({ status: 403 });
    const acts = await studio.atelier.db.read(
      `SELECT details FROM audit_entries WHERE act = 'generation.remove_withheld' AND subject = $1`,
      [it.keyId],
    );
    expect(acts).toEqual([{ details: { clips: 1 } }]);
  });

  test('is kept while an appeal is open, and given back when it succeeds', async () => {
    const it = await stopped();
    await close(it, 'confirm');
    const [statement] = await studio.atelier.db.read<{ id: string }>(
      `SELECT id FROM redress_statements WHERE subject_id = $1`,
      [it.keyId],
    );
    const grounds = 'I was on tour; the other networks were my own.';
    const filed = await studio.ask<{ id: string }>('POST', `/reasons/${statement?.id}/appeals`, 'artist', {
      grounds,
    });
    expect(filed.status).toBe(201);
    await later(12);
    expect(await sweep()).toBe(0);
    const hearing = `/hearings/${filed.body.id}`;
    expect((await post('reviewer', `${hearing}/take`)).status).toBe(200);
    const reasons = 'The networks are those of the tour that they showed us.';
    expect((await post('reviewer', `${hearing}/overturn`, { reasons })).status).toBe(200);
    await studio.atelier.settle();
    expect(await sweep()).toBe(0);
    expect((await file(it, 'artist')).status).toBe(200);
    const [appeal] = await studio.atelier.db.read<{ restored: boolean }>(
      `SELECT restored_at IS NOT NULL AS restored FROM redress_appeals WHERE id = $1`,
      [filed.body.id],
    );
    expect(appeal).toEqual({ restored: true });
  });

  test('leaves the standing checks without a row', async () => {
    for (const module of ['access-', 'generation-', 'ledger-', 'quota-', 'redress-'])
      expect(await violations(studio.atelier, module)).toEqual({});
  });
});
