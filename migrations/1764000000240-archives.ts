import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Everything of one artist in one file: who asked for it, and what may be in it. */
export class Archives1764000000240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ARCHIVES);
    await runner.query(`CREATE VIEW reports_archive_records AS ${RECORDS.join('\n UNION ALL ')}`);
    await runner.query(FILES);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const ARCHIVES = `
  CREATE TABLE reports_archives (
    id text PRIMARY KEY,
    person_id text NOT NULL REFERENCES access_people (id),
    state text NOT NULL CHECK (state IN ('queued', 'running', 'ready', 'failed', 'canceled', 'expired')),
    files_total integer,
    files_done integer NOT NULL DEFAULT 0,
    missing integer NOT NULL DEFAULT 0,
    blob_key text,
    bytes bigint,
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    beat_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (state NOT IN ('ready', 'expired') OR (blob_key IS NOT NULL AND sha256 IS NOT NULL AND bytes IS NOT NULL AND expires_at IS NOT NULL))
  );
  CREATE INDEX reports_archives_person ON reports_archives (person_id, id DESC);
  CREATE UNIQUE INDEX reports_archives_one_at_a_time ON reports_archives (person_id) WHERE state IN ('queued', 'running');
  CREATE INDEX reports_archives_waiting ON reports_archives (beat_at) WHERE state IN ('queued', 'running');
  CREATE INDEX reports_archives_expiring ON reports_archives (expires_at) WHERE state = 'ready';
  ${historyTable('reports_archives_history', 'reports_archives')}
  CREATE TRIGGER reports_archives_own_step BEFORE INSERT ON reports_archives_history
    FOR EACH ROW EXECUTE FUNCTION platform_refuse_own_step('reports_archives', 'cancel');`;

/** What a person may read of themselves in the portal, and nothing of anybody else: who scored or decided has no name here. */
const part = (
  name: string,
  person: string,
  id: string,
  pairs: Record<string, string>,
  from: string,
): string =>
  `SELECT '${name}'::text AS part, ${person} AS person_id, ${id} AS id, json_build_object(${Object.entries(
    pairs,
  )
    .map(([key, value]) => `'${key}', ${value}`)
    .join(', ')}) AS record FROM ${from}`;

const PROGRAMME = { programme: 'g.name' };

// prettier-ignore
const RECORDS = [
  part(
    'account', 'p.id', 'p.id',
    { id: 'p.id', name: 'p.name', email: 'p.email', since: 'p.created_at' },
    'access_people p',
  ),
  part(
    'applications', 'a.person_id', 'a.id',
    { id: 'a.id', ...PROGRAMME, state: 'a.state', statement: 'a.statement', portfolio: 'a.portfolio', answers: 'a.answers',
      sent: 'a.submitted_at', decided: 'a.decided_at', reasons: `CASE WHEN a.state = 'declined' THEN a.reasons END`, seal: 'a.digest',
      comments: `(SELECT coalesce(jsonb_agg(r.applicant_comment ORDER BY r.id), '[]') FROM enrollment_reviews r
        WHERE r.application_id = a.id AND r.state = 'completed' AND r.applicant_comment <> '' AND a.decided_at IS NOT NULL)` },
    'enrollment_applications a JOIN program_programs g ON g.id = a.program_id',
  ),
  part(
    'enrollments', 'e.person_id', 'e.id',
    { id: 'e.id', ...PROGRAMME, state: 'e.state', since: 'e.created_at', changed: 'e.updated_at' },
    'enrollment_enrollments e JOIN program_programs g ON g.id = e.program_id',
  ),
  part(
    'consents', 'c.person_id', 'c.id',
    { id: 'c.id', ...PROGRAMME, programId: 'g.id', version: 'c.terms_version', sha256: 'c.hash', at: 'c.at', address: 'c.address',
      browser: 'c.agent' },
    `enrollment_consents c JOIN enrollment_enrollments e ON e.id = c.enrollment_id
     JOIN program_programs g ON g.id = e.program_id`,
  ),
  part(
    'questions', 'r.asker_id', 'r.id',
    { id: 'r.id', ...PROGRAMME, topic: 'r.topic', question: 'r.question', context: 'r.context', clause: 'r.clause_id',
      asked: 'r.asked_at', state: 'r.state', outcome: 'r.outcome', answer: 'r.answer', conditions: 'r.conditions',
      answered: 'r.decided_at' },
    'enrollment_rulings r JOIN program_programs g ON g.id = r.program_id',
  ),
  part(
    'clips', 'c.person_id', 'c.id',
    { id: 'c.id', ...PROGRAMME, state: 'c.state', prompt: 'c.prompt', negativePrompt: 'c.negative_prompt', style: 'c.style',
      seconds: 'c.seconds', resolution: 'c.resolution', aspect: 'c.aspect', fps: 'c.fps', seed: 'c.seed', isDraft: 'c.draft',
      project: 'c.project', provider: 'c.provider', model: 'c.model', credits: 'c.credits', isKeeper: 'c.is_keeper',
      asked: 'c.created_at', finished: 'c.finished_at', failure: 'c.failure_message' },
    'generation_generations c JOIN program_programs g ON g.id = c.program_id',
  ),
  part(
    'submissions', 's.person_id', 's.id',
    { id: 's.id', ...PROGRAMME, clip: 's.generation_id', title: 's.title', description: 's.description', state: 's.state',
      rights: 's.rights', labels: 's.labels', audience: 's.audience', sent: 's.submitted_at', due: 's.due_at',
      decisions: `(SELECT coalesce(jsonb_agg(jsonb_build_object('outcome', d.outcome, 'note', d.note, 'reasons', d.statement,
        'at', d.at) ORDER BY d.id), '[]') FROM approval_decisions d WHERE d.submission_id = s.id)` },
    'approval_submissions s JOIN program_programs g ON g.id = s.program_id',
  ),
  part(
    'works', 'w.person_id', 'w.id',
    { id: 'w.id', ...PROGRAMME, clip: 'w.generation_id', title: 'w.title', description: 'w.description', address: 'w.slug',
      licence: 'w.licence', tags: 'w.tags', coAuthors: 'w.co_authors', seconds: 'w.seconds', isListed: 'w.is_listed',
      isTakenDown: 'w.is_taken_down', published: 'w.published_at' },
    'approval_works w JOIN program_programs g ON g.id = w.program_id',
  ),
  part(
    'uses', 'u.person_id', 'u.id',
    { id: 'u.id', ...PROGRAMME, work: 'u.work_id', use: 'u.use', price: 'u.price', currency: 'u.currency', agreed: 'u.given_at',
      takenBack: 'u.revoked_at',
      licences: `(SELECT coalesce(jsonb_agg(jsonb_build_object('purpose', l.purpose, 'from', l.granted_at, 'until', l.ends_at,
        'ended', l.ended_at) ORDER BY l.id), '[]') FROM approval_licences l WHERE l.consent_id = u.id)` },
    'approval_consents u JOIN program_programs g ON g.id = u.program_id',
  ),
  part(
    'feedback', 'f.person_id', 'f.id',
    { id: 'f.id', ...PROGRAMME, clip: 'f.generation_id', type: 'f.type', title: 'f.title', body: 'f.body',
      severity: 'f.severity', state: 'f.state', ratings: 'f.ratings', markers: 'f.markers', tags: 'f.tags',
      answer: 'f.answer', reason: 'f.reason', shippedIn: 'f.shipped_in', sent: 'f.created_at' },
    'feedback_items f JOIN program_programs g ON g.id = f.program_id',
  ),
  part(
    'tasks', 's.person_id', 's.id',
    { id: 's.id', ...PROGRAMME, task: 't.title', state: 's.state', answers: 's.answers', pay: 's.amount', currency: 't.currency',
      minutes: 's.minutes', answer: 's.answer', taken: 's.taken_at', sent: 's.submitted_at' },
    `feedback_seats s JOIN feedback_tasks t ON t.id = s.task_id JOIN program_programs g ON g.id = s.program_id`,
  ),
  part(
    'grants', 'a.person_id', 'a.id',
    { id: 'a.id', call: 'c.title', ...PROGRAMME, state: 'a.state', statement: 'a.statement', budget: 'a.budget_lines',
      plan: 'a.plan', requested: 'a.requested', awarded: 'a.awarded', currency: 'c.currency', reasons: 'a.reasons',
      sent: 'a.handed_in_at', decided: 'a.decided_at' },
    `grants_applications a JOIN grants_calls c ON c.id = a.call_id JOIN program_programs g ON g.id = c.program_id`,
  ),
  part(
    'earnings', 'e.person_id', 'e.id',
    { id: 'e.id', ...PROGRAMME, category: 'e.category', amount: 'e.amount', currency: 'e.currency', state: 'e.state',
      rateCard: 'e.rate_card_version', rate: 'e.rate_item', earned: 'e.earned_at', due: 'e.due_at', paid: 'e.paid_at',
      payout: 'e.payout_id' },
    'compensation_earnings e JOIN program_programs g ON g.id = e.program_id',
  ),
  part(
    'payouts', 'p.person_id', 'p.id',
    { id: 'p.id', ...PROGRAMME, amount: 'p.amount', currency: 'p.currency', state: 'p.state', sent: 'p.sent_at', paid: 'p.paid_at',
      reason: 'p.reason' },
    'payouts_payouts p JOIN program_programs g ON g.id = p.program_id',
  ),
  part(
    'decisions', 'd.person_id', 'd.id',
    { id: 'd.id', kind: 'd.kind', about: 'd.subject_id', state: 'd.state', ground: 'd.ground', rule: 'd.rule_id',
      ruleVersion: 'd.rule_version', ruleText: 'd.rule_text', facts: 'd.facts', timecodes: 'd.timecodes', scope: 'd.scope',
      remedy: 'd.remedy', until: 'd.ends_at', automation: 'd.automation', decidedAs: 'd.decided_by_role', at: 'd.decided_at',
      appealUntil: 'd.appeal_until', decidedUpon: 'd.snapshot' },
    'redress_statements d WHERE d.issued_at IS NOT NULL',
  ),
  part(
    'appeals', 'a.appellant_id', 'a.id',
    { id: 'a.id', decision: 'a.statement_id', state: 'a.state', grounds: 'a.grounds', answer: 'a.reasons', filed: 'a.created_at',
      answered: 'a.closed_at' },
    'redress_appeals a',
  ),
  part(
    'appeals', 'a.appellant_id', 'a.id',
    { id: 'a.id', decision: 'a.submission_id', state: 'a.state', grounds: 'a.grounds', answer: 'a.reasons', filed: 'a.created_at',
      answered: 'a.closed_at' },
    'approval_appeals a',
  ),
];

/** Files that are the person's: published works, clips marked as keepers, and what they attached. */
const FILES = `
  CREATE VIEW reports_archive_files AS
  SELECT c.person_id, 'clips/' || c.id || '.mp4' AS path, f.key, f.bytes, f.sha256, c.finished_at AS at
    FROM generation_generations c JOIN generation_files f ON f.generation_id = c.id AND f.kind = 'video'
    WHERE c.is_keeper AND NOT EXISTS (SELECT FROM approval_works w WHERE w.generation_id = c.id)
  UNION ALL
  SELECT w.person_id, 'works/' || w.slug || '.mp4', f.key, f.bytes, f.sha256, w.published_at
    FROM approval_works w JOIN generation_files f ON f.generation_id = w.generation_id AND f.kind = 'video'
  UNION ALL
  SELECT a.person_id, 'applications/' || a.id || '.' || split_part(a.content_type, '/', 2), a.key, a.bytes, a.sha256, a.created_at
    FROM enrollment_files a
  UNION ALL
  SELECT b.person_id, 'feedback/' || b.id || '.' || split_part(b.content_type, '/', 2), b.key, b.bytes, b.sha256, b.created_at
    FROM feedback_files b WHERE b.feedback_id IS NOT NULL`;
