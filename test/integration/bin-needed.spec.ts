import { newId } from '../../src/kernel/id';
import { filesOf, live, openFlows, pass, stateOf } from '../support/bin';
import { createClip } from '../support/clips';
import { violations } from '../support/invariants';
import { Sharing } from '../support/sharing';

const TEXT = 'The hand melts into the table at four seconds.';

/** What a clip is needed for, as `generation_bound_by` says; and how each need begins and ends. */
describe('a clip that is needed', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start('bin_needed');
    await openFlows(sharing.atelier);
  }, 60_000);
  afterAll(() => sharing?.stop());

  const unkeep = (id: string) =>
    sharing.sql('UPDATE generation_generations SET is_keeper = false WHERE id = $1', [id]);
  const clip = () =>
    createClip(sharing.atelier, { programId: sharing.programId, artist: 'artist', isKeeper: false });
  const clipOf = async (submissionId: string): Promise<string> => {
    const { generationId } = await sharing.get('artist', submissionId);
    await unkeep(generationId);
    return generationId;
  };
  const feedback = async (id: string) =>
    (
      await sharing.atelier.request<{ id: string }>('POST', '/api/v1/feedback', {
        as: 'artist',
        body: { generationId: id, type: 'issue', text: TEXT },
      })
    ).body.id;

  interface Need {
    readonly by: string;
    readonly clip: string;
    readonly end: () => Promise<unknown>;
  }
  /** Not yet so many days ago that anybody cares: the end of each need is written where its module writes it. */
  const NEEDS: Readonly<Record<string, () => Promise<Need>>> = {
    'in review': async () => {
      const id = await sharing.inReview();
      const end = () =>
        sharing.sql(`UPDATE approval_submissions SET state = 'withdrawn' WHERE id = $1`, [id]);
      return { by: 'sharing', clip: await clipOf(id), end };
    },
    'declined, with an appeal open to its artist': async () => {
      const id = await sharing.declined();
      const end = async () => {
        await sharing.sql('ALTER TABLE approval_decisions DISABLE TRIGGER USER');
        await sharing.sql(
          `UPDATE approval_decisions SET statement = statement || jsonb_build_object('appealUntil', now() - interval '1 day')
           WHERE submission_id = $1`,
          [id],
        );
        await sharing.sql('ALTER TABLE redress_statements DISABLE TRIGGER USER');
        await sharing.sql(`UPDATE redress_statements SET state = 'annulled' WHERE subject_id = $1`, [id]);
      };
      return { by: 'sharing', clip: await clipOf(id), end };
    },
    'evidence of a decision': async () => {
      const id = await clip();
      await sharing.sql(STATEMENT, [newId('sta'), sharing.atelier.people.artist.id, id]);
      const end = () =>
        sharing.sql(`UPDATE redress_statements SET state = 'annulled' WHERE evidence @> ARRAY[$1]`, [id]);
      return { by: 'appeal', clip: id, end };
    },
    'part of feedback that is open': async () => {
      const id = await clip();
      const item = await feedback(id);
      const end = () =>
        sharing.sql(
          `UPDATE feedback_items SET state = 'shipped', shipped_in = '1', answer = 'Done.' WHERE id = $1`,
          [item],
        );
      return { by: 'feedback', clip: id, end };
    },
    'part of feedback that is not paid yet': async () => {
      const id = await clip();
      const item = await feedback(id);
      await sharing.sql(`UPDATE feedback_items SET state = 'accepted' WHERE id = $1`, [item]);
      await sharing.sql(EARNING, [newId('ern'), sharing.programId, sharing.atelier.people.artist.id, item]);
      const end = () =>
        sharing.sql(
          `UPDATE compensation_earnings SET state = 'paid', payout_id = 'pay_x', paid_at = now() WHERE cause_id = $1`,
          [item],
        );
      return { by: 'feedback', clip: id, end };
    },
    'withheld with its key': async () => {
      const id = await clip();
      const key = newId('key');
      await sharing.sql(
        'ALTER TABLE generation_generations DROP CONSTRAINT IF EXISTS generation_generations_key_id_fkey',
      );
      await sharing.sql('UPDATE generation_generations SET key_id = $2 WHERE id = $1', [id, key]);
      await sharing.sql('ALTER TABLE generation_stopped_keys DISABLE TRIGGER ALL');
      await sharing.sql(
        `INSERT INTO generation_stopped_keys (key_id, incident_id, since) VALUES ($1, 'inc_x', now() - interval '9 years')`,
        [key],
      );
      const end = () =>
        sharing.sql('UPDATE generation_stopped_keys SET released_at = now() WHERE key_id = $1', [key]);
      return { by: 'withheld', clip: id, end };
    },
  };

  test.each(Object.keys(NEEDS))('because it is %s stays, and goes when that is over', async (name) => {
    const need = await (NEEDS[name] as (typeof NEEDS)[string])();
    const { atelier } = sharing;
    const [row] = await atelier.db.read('SELECT generation_bound_by($1) AS by', [need.clip]);
    expect(row).toEqual({ by: need.by });
    const put = await atelier.request('POST', `/api/v1/generations/${need.clip}/bin`, { as: 'artist' });
    expect(put).toMatchObject({ status: 409, body: { code: 'generation.in_use', boundBy: need.by } });
    await live(atelier, 80, 15, 31, 31);
    expect(await stateOf(atelier, need.clip)).toBe('stored');
    expect(await filesOf(atelier, need.clip)).toEqual({ stored: 3, booked: 3 });
    await need.end();
    expect(await atelier.db.read('SELECT generation_bound_by($1) AS by', [need.clip])).toEqual([
      { by: null },
    ]);
    await live(atelier, 8, 15, 31);
    expect(await stateOf(atelier, need.clip)).toBe('emptied');
    expect(await filesOf(atelier, need.clip)).toEqual({ stored: 0, booked: 0 });
  });

  test('is taken out of the bin when the need begins there, even on its last day', async () => {
    const { atelier } = sharing;
    const id = await clip();
    await atelier.request('POST', `/api/v1/generations/${id}/bin`, { as: 'artist' });
    await pass(atelier, 31);
    await feedback(id);
    await live(atelier, 0);
    expect(await stateOf(atelier, id)).toBe('stored');
    expect(await filesOf(atelier, id)).toEqual({ stored: 3, booked: 3 });
  });

  test('is shown in the gallery for ever, and no API deletes it', async () => {
    const { atelier } = sharing;
    const id = await clip();
    await sharing.sql(
      `INSERT INTO approval_submissions (id, generation_id, person_id, program_id, state, title, description, rights, labels, audience,
         terms_version, clause_ids, clip_seconds, risk, risk_because, submitted_at, due_at)
       SELECT 'sub_shown', id, person_id, program_id, 'published', 'T', 'D', '{}', '{}', 'wide', 1, '{}', 1, 'low', '{}', now(), now()
       FROM generation_generations WHERE id = $1`,
      [id],
    );
    await sharing.sql(
      `INSERT INTO approval_works (id, slug, submission_id, generation_id, person_id, program_id, title, description, labels, audience)
       SELECT 'wrk_shown', 'shown', 'sub_shown', id, person_id, program_id, 'T', 'D', '{}', 'wide'
       FROM generation_generations WHERE id = $1`,
      [id],
    );
    expect(await atelier.db.read('SELECT generation_bound_by($1) AS by', [id])).toEqual([
      { by: 'published' },
    ]);
    const deleted = await atelier.request('DELETE', `/v1/videos/${id}`, { as: 'artist' });
    expect(deleted).toMatchObject({ status: 409, body: { error: { code: 'generation.in_use' } } });
    await live(atelier, 80, 15, 31);
    expect(await filesOf(atelier, id)).toEqual({ stored: 3, booked: 3 });
  });

  test('stays while its artist is leaving, or an archive of theirs is made', async () => {
    const { atelier, programId } = sharing;
    const id = await clip();
    const bound = () => atelier.db.read('SELECT generation_bound_by($1) AS by', [id]);
    await sharing.sql(`INSERT INTO reports_archives (id, person_id, state) VALUES ('arc_x', $1, 'running')`, [
      atelier.people.artist.id,
    ]);
    expect(await bound()).toEqual([{ by: 'leaving' }]);
    await sharing.sql(`UPDATE reports_archives SET state = 'failed' WHERE id = 'arc_x'`);
    expect(await bound()).toEqual([{ by: null }]);
    await sharing.sql(`UPDATE enrollment_enrollments SET state = 'offboarding' WHERE person_id = $1 AND program_id = $2`, [
      atelier.people.artist.id, programId,
    ]); // prettier-ignore
    expect(await bound()).toEqual([{ by: 'leaving' }]);
    await sharing.sql(`UPDATE enrollment_enrollments SET state = 'alumni' WHERE person_id = $1 AND program_id = $2`, [
      atelier.people.artist.id, programId,
    ]); // prettier-ignore
    expect(await bound()).toEqual([{ by: null }]);
    // Who has left is told like everybody else, and takes back what is theirs.
    await live(atelier, 80, 15);
    expect(await stateOf(atelier, id)).toBe('binned');
    const back = await atelier.request('POST', `/api/v1/generations/${id}/restore`, { as: 'artist' });
    expect(back.status).toBe(200);
    expect(await violations(atelier, 'generation-succeeded-has')).toEqual({});
  });
});

const STATEMENT = `
  INSERT INTO redress_statements (id, kind, subject_id, act_id, person_id, ground, rule_source, rule_id, rule_text, rulings, facts,
    timecodes, scope, remedy, found_by_software, automation, source, decided_by, decided_by_role, snapshot, evidence, decided_at,
    appeal_until, state, issued_at)
  VALUES ($1, 'feedback_declined', $1, 'decline', $2, 'technical', 'criterion', 'x', 'x', '{}', 'Twenty letters and more of facts.', '[]', 'x',
    'Do better.', false, 'none', 'own', 'per_other', 'manager', '{}', ARRAY[$3], now(), now() + interval '6 months', 'in_force', now())`;
const EARNING = `
  INSERT INTO compensation_earnings (id, program_id, person_id, category, cause_type, cause_id, amount, currency, source, state, pay_by)
  VALUES ($1, $2, $3, 'service', 'feedback', $4, 100, 'EUR', 'fund', 'due', now())`;
