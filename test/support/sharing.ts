import { Client } from 'pg';
import type { SubmissionDetail } from '../../src/modules/approval/submissions/submission-view.dto';
import type { ProcessRole } from '../../src/platform/config/settings';
import { startTestApp, type Answer, type CastName, type TestApp } from './app';
import { createClip, createProgram } from './clips';
import { violations } from './invariants';

export const rights = {
  ownsInputs: true,
  thirdPartyMaterial: 'none',
  likenesses: 'none',
  aiDisclosure: true,
};
export const statement = {
  ground: 'safety',
  clauseId: 'RU-3',
  facts: 'At eight seconds a recognisable person is hit.',
  timecodes: [{ at: 8, until: 9 }],
  remedy: 'Cut the blow, or blur the face.',
};

/** An Atelier with two artists in a programme, and the steps of sharing in short. Call `stop` in `afterAll`. */
export class Sharing {
  private constructor(
    readonly atelier: TestApp,
    readonly programId: string,
    private readonly owner: Client,
  ) {}

  /** `env`: by default verdicts leave at once; ATELIER_UNDO_SECONDS says otherwise. */
  static async start(
    name: string,
    env: Record<string, string> = {},
    roles: readonly ProcessRole[] = ['api'],
  ): Promise<Sharing> {
    const atelier = await startTestApp(name, { roles, env });
    const owner = new Client({ connectionString: atelier.databaseUrl });
    await owner.connect();
    return new Sharing(atelier, await createProgram(atelier, ['artist', 'artist2']), owner);
  }

  /** `POST /api/v1/submissions` with a new keeper, unless `change` names another. */
  async submit(change: object = {}, artist: CastName = 'artist'): Promise<Answer<SubmissionDetail>> {
    const generationId = await createClip(this.atelier, { programId: this.programId, artist });
    const offer = { title: 'Tide Study', description: 'A calm sea.', rights, labels: [], audience: 'wide' };
    return this.atelier.request('POST', '/api/v1/submissions', {
      as: artist,
      body: { generationId, ...offer, ...change },
    });
  }

  async act(as: CastName, id: string, verb: string, body: object = {}): Promise<Answer<SubmissionDetail>> {
    return this.atelier.request('POST', `/api/v1/submissions/${id}/${verb}`, { as, body });
  }

  async get(as: CastName, id: string): Promise<SubmissionDetail> {
    return (await this.atelier.request<SubmissionDetail>('GET', `/api/v1/submissions/${id}`, { as })).body;
  }

  /** A submission that `reviewer` has claimed. */
  async inReview(change: object = {}, reviewer: CastName = 'reviewer'): Promise<string> {
    const { id } = (await this.submit(change)).body;
    await this.must(reviewer, id, 'claim');
    return id;
  }

  /** A submission that `reviewer` has declined. */
  async declined(): Promise<string> {
    const id = await this.inReview();
    await this.must('reviewer', id, 'decline', { statement });
    return id;
  }

  async appeal(id: string, as: CastName = 'artist'): Promise<Answer<{ id: string }>> {
    const body = { grounds: 'Nobody is hit; it is a handshake.' };
    const answer = await this.atelier.request<{ id: string }>('POST', `/api/v1/submissions/${id}/appeals`, {
      as,
      body,
    });
    // an appeal is protected itself: what is refused after it would wait for a second look
    await this.sql('DELETE FROM redress_protected_acts');
    return answer;
  }

  async hear(as: CastName, id: string, verb: string, reasons?: string): Promise<Answer> {
    return this.atelier.request('POST', `/api/v1/appeals/${id}/${verb}`, {
      as,
      body: reasons === undefined ? {} : { reasons },
    });
  }

  /** A statement as the owner of the schema: past every grant, never past a constraint. */
  async sql(text: string, values: unknown[] = []): Promise<unknown[]> {
    return (await this.owner.query(text, values)).rows as unknown[];
  }

  /** Verbs of the events about a submission or an appeal, in order. */
  async events(id: string, name = 'approval.submission_moved'): Promise<string[]> {
    const rows = await this.atelier.db.read<{ verb: string | null }>(
      `SELECT payload ->> 'verb' AS verb FROM platform_events
       WHERE name = $2 AND (payload ->> 'submissionId' = $1 OR payload ->> 'appealId' = $1) ORDER BY id`,
      [id, name],
    );
    return rows.map(({ verb }) => verb ?? '');
  }

  /** Rows of the standing invariants of approval, by file; empty when all hold. */
  async violations(): Promise<Record<string, unknown[]>> {
    return violations(this.atelier, 'approval-');
  }

  private async must(as: CastName, id: string, verb: string, body: object = {}): Promise<void> {
    const answer = await this.act(as, id, verb, body);
    if (answer.status !== 200) throw new Error(`${as} could not ${verb}: ${JSON.stringify(answer.body)}`);
  }

  async stop(): Promise<void> {
    await this.owner.end();
    await this.atelier.stop();
  }
}
