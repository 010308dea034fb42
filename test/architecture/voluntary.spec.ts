import { Client } from 'pg';
import { createTestDatabase } from '../support/database';
import { filesBelow, read } from './sources';

/**
 * Taking part in feedback is voluntary: no rule of quota, renewal, selection, grant or showcase may read what or how
 * much anybody reported (G13). dependency-cruiser forbids the imports (`taking-part-is-voluntary`); this holds what no
 * import shows: SQL that counts, and facts handed to the pure rules.
 */
const RULES = ['program', 'enrollment', 'draw', 'quota', 'grants'].map((name) => `src/modules/${name}/`);
const SHOWCASE = [
  'src/modules/approval/works/',
  'src/modules/approval/showcase/',
  'src/modules/approval/domain/showcase',
];
const files = filesBelow('src').filter(
  (file) => [...RULES, ...SHOWCASE].some((folder) => file.startsWith(folder)) && !file.endsWith('.spec.ts'),
);

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** Names that hold feedback or a number of it. Prices of feedback and words about it are no facts of a rule. */
const COUNTS =
  /\b(?:readonly\s+)?\w*(?:feedback|reports?Filed|reportCount|markers?Count|praise|sentiment)\w*\??\s*:\s*(?:readonly\s+)?(?:number|bigint|boolean|Date|object|\w*\[\]|Map|Set)/i;

describe('taking part in feedback is voluntary', () => {
  test('there are rules to look at', () => {
    expect(files.length).toBeGreaterThan(60);
  });

  test('no statement of these modules mentions a table of feedback', () => {
    expect(files.filter((file) => /\bfeedback_[a-z]+/.test(withoutComments(read(file))))).toEqual([]);
  });

  test('no module of these imports feedback, or listens to its events', () => {
    const importing = files.filter((file) => /from '[^']*\/feedback(?:\/|')/.test(read(file)));
    expect(importing).toEqual([]);
    expect(
      files.filter((file) => /'feedback\.[a-z_]+(?:moved|filed)'/.test(withoutComments(read(file)))),
    ).toEqual([]);
  });

  test('no fact of a pure rule is a number of reports', () => {
    const rules = files.filter((file) => file.includes('/domain/'));
    expect(rules.filter((file) => COUNTS.test(withoutComments(read(file))))).toEqual([]);
    // The pattern finds what it is for.
    for (const fact of [
      'readonly feedbackCount: number;',
      'hasFeedback: boolean',
      'acceptedFeedback?: bigint',
    ])
      expect(fact).toMatch(COUNTS);
  });

  test('no function or view that the database runs for these modules reads feedback', async () => {
    const database = await createTestDatabase('architecture_voluntary');
    const client = new Client({ connectionString: database.url });
    await client.connect();
    // One function may: `generation_bound_by` keeps files that a report points at. It gives and takes nothing else.
    try {
      const { rows } = await client.query<{ name: string }>(`
        SELECT proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = 'public' AND p.prosrc ~ 'feedback_'
          AND p.proname ~ '^(program|enrollment|draw|quota|grants|generation|approval)_' AND p.proname <> 'generation_bound_by'
        UNION ALL
        SELECT viewname FROM pg_views WHERE schemaname = 'public' AND definition ~ 'feedback_'
          AND viewname ~ '^(program|enrollment|draw|quota|grants)_'`);
      expect(rows).toEqual([]);
      const keys = await client.query<{ from: string }>(`
        SELECT conrelid::regclass::text AS from FROM pg_constraint
        WHERE contype = 'f' AND confrelid::regclass::text LIKE 'feedback\\_%'
          AND conrelid::regclass::text ~ '^(program|enrollment|draw|quota|grants)_'`);
      expect(keys.rows).toEqual([]);
    } finally {
      await client.end();
      await database.drop();
    }
  });
});
