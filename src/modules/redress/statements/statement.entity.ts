import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../../kernel/actor';
import type { AnyGround } from '../domain/grounds';
import type { StatementKind } from '../domain/kinds';
import type { Automation, Source, Timecode } from '../domain/statement';
import type { StatementState } from '../domain/statement.workflow';

/** Why something was refused, stopped or not paid. Nothing but its state ever changes. */
@Entity('redress_statements')
export class StatementEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  kind: StatementKind;

  @Column({ type: 'text', name: 'subject_id' })
  subjectId: string;

  @Column({ type: 'text', name: 'act_id' })
  actId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'program_id', nullable: true })
  programId: string | null;

  @Column({ type: 'text' })
  ground: AnyGround;

  @Column({ type: 'text', name: 'rule_source' })
  ruleSource: 'clause' | 'law' | 'criterion';

  @Column({ type: 'text', name: 'rule_id' })
  ruleId: string;

  @Column({ type: 'integer', name: 'rule_version', nullable: true })
  ruleVersion: number | null;

  @Column({ type: 'text', name: 'rule_text' })
  ruleText: string;

  @Column({ type: 'text', array: true })
  rulings: string[];

  @Column({ type: 'text' })
  facts: string;

  @Column({ type: 'jsonb' })
  timecodes: Timecode[];

  @Column({ type: 'text' })
  scope: string;

  /** Country codes; null: everywhere. */
  @Column({ type: 'text', array: true, nullable: true })
  territories: string[] | null;

  @Column({ type: 'timestamptz', name: 'ends_at', nullable: true })
  endsAt: Date | null;

  @Column({ type: 'text' })
  remedy: string;

  @Column({ type: 'boolean', name: 'found_by_software' })
  isFoundBySoftware: boolean;

  @Column({ type: 'text' })
  automation: Automation;

  @Column({ type: 'text' })
  source: Source;

  @Column({ type: 'text', name: 'decided_by' })
  decidedBy: string;

  @Column({ type: 'text', name: 'decided_by_role' })
  decidedByRole: Role;

  @Column({ type: 'text', name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column({ type: 'text', name: 'confirmed_by_role', nullable: true })
  confirmedByRole: Role | null;

  @Column({ type: 'jsonb' })
  snapshot: Record<string, unknown>;

  @Column({ type: 'text', array: true })
  evidence: string[];

  @Column({ type: 'timestamptz', name: 'content_at', nullable: true })
  contentAt: Date | null;

  @Column({ type: 'timestamptz', name: 'decided_at' })
  decidedAt: Date;

  @Column({ type: 'timestamptz', name: 'appeal_until' })
  appealUntil: Date;

  @Column({ type: 'text' })
  state: StatementState;

  @Column({ type: 'timestamptz', name: 'issued_at', nullable: true })
  issuedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
