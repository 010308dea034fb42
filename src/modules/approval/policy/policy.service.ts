import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { approvalRefusals } from '../contract';
import {
  BUILT_IN,
  changedRows,
  policyFaults,
  type PolicyContent,
  type SharingPolicy,
} from '../domain/sharing-policy';
import type { PolicyEntity } from './policy.entity';
import { PolicyRepository } from './policy.repository';

const policyOf = ({ version, note, publishedAt, content }: PolicyEntity): SharingPolicy => ({
  ...content,
  version,
  note,
  publishedAt,
});

/** The published rules of risk, clocks and looks. What is open keeps the version under which it was handed in. */
@Injectable()
export class SharingPolicyService {
  constructor(
    private readonly policies: PolicyRepository,
    private readonly audit: AuditService,
    private readonly idempotency: Idempotency,
  ) {}

  async inForce(tx?: Tx): Promise<SharingPolicy> {
    const row = await this.policies.findNewest(tx);
    return row === null ? BUILT_IN : policyOf(row);
  }

  /** Refuses `not_found` for a version that was never published. */
  async at(version: number): Promise<SharingPolicy> {
    if (version === BUILT_IN.version) return BUILT_IN;
    const row = await this.policies.find(version);
    if (row === null) throw refusal(approvalRefusals, 'not_found');
    return policyOf(row);
  }

  /** Newest first, the built-in one last. */
  async versions(): Promise<SharingPolicy[]> {
    return [...(await this.policies.list()).map(policyOf), BUILT_IN];
  }

  /** Publishes on top of version `base`. Refuses what no sharing policy may say, and a base that is not the newest. */
  async publish(
    me: Actor,
    once: Once,
    { base, note, ...content }: PolicyContent & { base: number; note: string },
  ): Promise<SharingPolicy> {
    const faults = policyFaults(content);
    if (faults.length > 0) throw refusal(approvalRefusals, 'policy_unsafe', { faults });
    const { version } = await this.idempotency.run(once, async (tx) => {
      const before = await this.inForce(tx);
      const row = { version: base + 1, content, note, publishedBy: me.id };
      if (before.version !== base || !(await this.policies.insert(tx, row)))
        throw refusal(approvalRefusals, 'policy_outdated', { inForce: before.version });
      const changed = changedRows(before, content);
      await this.audit.record(tx, me, 'approval.publish_policy', `policy-${row.version}`, { note, changed });
      return { version: row.version };
    });
    return this.at(version);
  }
}
