import { Column, Entity, PrimaryColumn } from 'typeorm';

export const TICKET_STATES = ['sending', 'submitted', 'doubtful', 'ended'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/**
 * One request that was, or may have been, handed to a provider elsewhere. `sending`: it may have left. `doubtful`: the
 * answer was lost. `submitted`: the vendor has it under `ticket`.
 */
@Entity('generation_tickets')
export class TicketEntity {
  /** `<generation>.<attempt>`: what the vendor was told, where it can be told. */
  @PrimaryColumn({ type: 'text', name: 'request_id' })
  requestId: string;

  @Column({ type: 'text', name: 'generation_id' })
  generationId: string;

  /** Of the lease under which it was sent. */
  @Column({ type: 'bigint' })
  fence: bigint;

  @Column({ type: 'text' })
  provider: string;

  @Column({ type: 'text' })
  state: TicketState;

  @Column({ type: 'text', nullable: true })
  ticket: string | null;

  /** Looks in a row that told nothing. */
  @Column({ type: 'integer' })
  looks: number;

  @Column({ type: 'timestamptz', name: 'sent_at' })
  sentAt: Date;

  @Column({ type: 'timestamptz', name: 'next_look_at' })
  nextLookAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
