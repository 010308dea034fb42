import { Column, Entity, PrimaryColumn } from 'typeorm';

export type PurseKind = 'artist' | 'pool';

/** Whose credits come by the window, and which window they have. Its row lock is the turn for everything that gives. */
@Entity('quota_purses')
export class PurseEntity {
  /** Enrollment of an artist; programme of a pool. */
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  kind: PurseKind;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  /** Whether further windows come: not while an artist is away, nor when the programme is over. */
  @Column({ type: 'boolean', name: 'is_open' })
  isOpen: boolean;

  /** The version of the plan that the present window was granted under. */
  @Column({ type: 'text', name: 'plan_id' })
  planId: string;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt: Date;

  /** Credits that do not expire with the window, such as top-ups. */
  @Column({ type: 'bigint' })
  lasting: bigint;
}
