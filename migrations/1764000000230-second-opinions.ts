import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who gives a second opinion now, who passed on it, and the day whose seed drew it. */
const OPINIONS = `
  ALTER TABLE approval_opinions
    ADD COLUMN day date NOT NULL REFERENCES approval_sample_seeds (day),
    ADD COLUMN claimed_by text,
    ADD COLUMN claimed_until timestamptz,
    ADD COLUMN passed_by text[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT approval_opinion_claim_ends CHECK ((claimed_by IS NULL) = (claimed_until IS NULL)),
    ADD CONSTRAINT approval_opinion_is_reasoned CHECK (second_outcome IS DISTINCT FROM 'declined' OR (ground IS NOT NULL AND facts IS NOT NULL));
  CREATE INDEX approval_opinions_day ON approval_opinions (day);`;

/** As for decisions: nobody looks where they have a conflict of interest, and an opinion stays as it was given. */
const RULES = `
  CREATE FUNCTION approval_check_opinion() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.given_at IS NOT NULL THEN
      RAISE EXCEPTION 'an opinion stays as it was given' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.second_reviewer_id IS NOT NULL AND (
      EXISTS (SELECT 1 FROM approval_conflicts c WHERE c.reviewer_id = NEW.second_reviewer_id AND c.artist_id = NEW.author_id
                AND c.withdrawn_at IS NULL)
      OR EXISTS (SELECT 1 FROM approval_submissions s WHERE s.id = NEW.submission_id AND NEW.second_reviewer_id = ANY (s.co_author_ids)))
    THEN
      RAISE EXCEPTION 'nobody looks where they have a conflict of interest' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'approval_no_conflict_of_interest';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER approval_opinions_check BEFORE UPDATE ON approval_opinions
    FOR EACH ROW EXECUTE FUNCTION approval_check_opinion();`;

/** Second opinions are given. */
export class SecondOpinions1764000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [OPINIONS, RULES]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
