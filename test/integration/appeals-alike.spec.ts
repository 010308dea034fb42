import type { CastName } from '../support/app';
import { entrance } from '../support/enrollment';
import { openProgram } from '../support/program';
import { Sharing } from '../support/sharing';

/** One appeal of each of the two kinds, with words for what both can do. */
interface Kind {
  readonly table: 'approval_appeals' | 'redress_appeals';
  readonly messages: string;
  /** Decides against `artist` and says where to appeal: the decider is `decider`, who can hear it is `hearer`. */
  readonly decider: CastName;
  readonly hearer: CastName;
  refused(): Promise<string>;
  file(place: string, as?: CastName): Promise<{ status: number; body: { id: string; code?: string } }>;
  readonly path: string;
  /** Moves the end of the six months. */
  expire(place: string): Promise<unknown>;
  /** What the statement says now. */
  readonly undone: string;
}

const REASONS = 'Looked at anew: it is as the artist says.';
let sharing: Sharing;
const post = <T = { id: string; code?: string }>(path: string, as: CastName, body: object = {}) =>
  sharing.atelier.request<T>('POST', `/api/v1/${path}`, { as, body });
const codeOf = ({ body }: { body: { code?: string } }): string => (body.code ?? '').replace(/^\w+\./, '');

beforeAll(async () => {
  sharing = await Sharing.start('appeals_alike', {}, ['api', 'relay', 'worker']);
}, 60_000);
afterAll(() => sharing?.stop());
afterEach(() => sharing.sql('DELETE FROM redress_protected_acts'));

const statementOf = async (subjectId: string) =>
  (
    await sharing.atelier.request<{
      items: { id: string; state: string; appealUntil: string; decidedAt: string }[];
    }>('GET', `/api/v1/reasons?subjectId=${subjectId}`, { as: 'artist' })
  ).body.items[0];

const beside: Kind = {
  table: 'approval_appeals',
  messages: 'approval_appeal_messages',
  decider: 'reviewer',
  hearer: 'reviewer2',
  refused: () => sharing.declined(),
  file: (place, as = 'artist') =>
    post(`submissions/${place}/appeals`, as, { grounds: 'Nobody is hit in it.' }),
  path: 'appeals',
  expire: (place) =>
    sharing.sql(
      `ALTER TABLE approval_decisions DISABLE TRIGGER USER; UPDATE approval_decisions SET statement = statement || jsonb_build_object('appealUntil', now() - interval '1 s')
       WHERE submission_id = '${place}'; ALTER TABLE approval_decisions ENABLE TRIGGER USER`,
    ),
  undone: 'annulled',
};

const everywhere: Kind = {
  table: 'redress_appeals',
  messages: 'redress_messages',
  decider: 'manager',
  hearer: 'manager2',
  refused: async () => {
    const { apply, step } = entrance(() => sharing.atelier);
    const { body } = await apply((await openProgram(sharing.atelier)).id);
    await step(body.id, 'startReview');
    await step(body.id, 'decline', 'manager', { reasons: [{ code: 'portfolio', text: 'Few long takes' }] });
    return body.id;
  },
  file: async (place, as = 'artist') =>
    post(`reasons/${(await statementOf(place))?.id}/appeals`, as, { grounds: 'There are nine long takes.' }),
  path: 'hearings',
  expire: (place) =>
    sharing.sql(
      `ALTER TABLE redress_statements DISABLE TRIGGER USER; UPDATE redress_statements SET decided_at = decided_at - interval '7 months',
         appeal_until = appeal_until - interval '7 months'
       WHERE subject_id = '${place}'; ALTER TABLE redress_statements ENABLE TRIGGER USER`,
    ),
  undone: 'annulled',
};

describe.each([
  ['beside the clip', beside],
  ['against everything else', everywhere],
])('an appeal %s', (_name, kind) => {
  const hear = (id: string, verb: string, as: CastName, reasons?: string) =>
    post(`${kind.path}/${id}/${verb}`, as, reasons === undefined ? {} : { reasons });

  it('is heard for six months, by its artist’s word alone, once', async () => {
    const place = await kind.refused();
    const statement = await statementOf(place);
    const months = new Date(statement?.decidedAt ?? '');
    months.setUTCMonth(months.getUTCMonth() + 6);
    const off = Math.abs(Date.parse(statement?.appealUntil ?? '') - months.getTime());
    expect(off).toBeLessThan(3 * 86_400_000);
    expect((await kind.file(place, 'artist2')).status).toBe(404);
    expect((await kind.file(place)).status).toBeLessThan(300);
    expect(codeOf(await kind.file(place))).toMatch(/^already_/);
    // an appeal is protected itself: what is refused after it would wait for a second look
    await sharing.sql('DELETE FROM redress_protected_acts');
    const late = await kind.refused();
    await kind.expire(late);
    expect(codeOf(await kind.file(late))).toBe('appeal_too_late');
  });

  it('is heard by a person who took no part, by the server and by the database', async () => {
    const { id } = (await kind.file(await kind.refused())).body;
    expect(codeOf(await hear(id, 'take', kind.decider))).toBe('took_part');
    const decider = sharing.atelier.people[kind.decider].id;
    await expect(
      sharing.sql(`UPDATE ${kind.table} SET hearer_id = $2, state = 'in_review' WHERE id = $1`, [
        id,
        decider,
      ]),
    ).rejects.toThrow('took no part');
    const artist = sharing.atelier.people.artist.id;
    await expect(
      sharing.sql(`UPDATE ${kind.table} SET hearer_id = $2, state = 'in_review' WHERE id = $1`, [id, artist]),
    ).rejects.toThrow(/heard_by_another|took no part/);
  });

  it('is a dialogue, is answered with reasons or not at all, and restores the whole', async () => {
    const place = await kind.refused();
    const { id } = (await kind.file(place)).body;
    await hear(id, 'take', kind.hearer);
    const said = await post<{ messages: object[] }>(`${kind.path}/${id}/messages`, kind.hearer, {
      body: 'Which frame is it?',
    });
    expect(said.body.messages).toMatchObject([{ isByArtist: false, isMine: true }]);
    await expect(sharing.sql(`DELETE FROM ${kind.messages}`)).rejects.toThrow('stays');
    const bare = await hear(id, 'uphold', kind.hearer, 'No.');
    expect(bare.status).toBe(422);
    await expect(
      sharing.sql(
        `UPDATE ${kind.table} SET state = 'upheld', closed_at = now(), reasons = 'No.' WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('is_answered');
    expect((await hear(id, 'overturn', kind.hearer, REASONS)).status).toBe(200);
    await sharing.atelier.settle();
    expect(await statementOf(place)).toMatchObject({ state: kind.undone });
    expect(codeOf(await post(`${kind.path}/${id}/messages`, 'artist', { body: 'Thank you' }))).toBe(
      'appeal_closed',
    );
  });

  it('is withdrawn by its artist alone, without an answer, and can be filed again', async () => {
    const place = await kind.refused();
    const { id } = (await kind.file(place)).body;
    await hear(id, 'take', kind.hearer);
    expect((await hear(id, 'withdraw', 'artist2')).status).toBe(404);
    expect((await hear(id, 'withdraw', kind.hearer)).status).toBe(403);
    const withdrawn = await post<{ state: string; reasons: null; closedAt: string; available: string[] }>(
      `${kind.path}/${id}/withdraw`,
      'artist',
    );
    expect(withdrawn).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', reasons: null, available: [] },
    });
    expect(withdrawn.body.closedAt).not.toBeNull();
    expect((await hear(id, 'withdraw', 'artist')).status).toBe(200);
    expect(codeOf(await hear(id, 'overturn', kind.hearer, REASONS))).toBe('wrong_state');
    expect(await statementOf(place)).toMatchObject({ state: 'in_force' });
    const again = await kind.file(place);
    expect(again.status).toBeLessThan(300);
    expect(again.body.id).not.toBe(id);
    expect(codeOf(await kind.file(place))).toMatch(/^already_/);
    await hear(again.body.id, 'take', kind.hearer);
    expect((await hear(again.body.id, 'overturn', kind.hearer, REASONS)).status).toBe(200);
    await sharing.atelier.settle();
    expect(await statementOf(place)).toMatchObject({ state: kind.undone });
  });
});
