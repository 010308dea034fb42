import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Settings } from '../../../platform/config/settings';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import type { SharingPolicy } from '../domain/sharing-policy';
import { contentOf, PolicyBody, PolicyQuery, PolicyView, policyView } from './policy.dto';
import { SharingPolicyService } from './policy.service';

@ApiTags('approval')
@Controller('api/v1/approval-policy')
export class PolicyController {
  constructor(
    private readonly policies: SharingPolicyService,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Access('public.read')
  @ApiOperation({
    operationId: 'getApprovalPolicy',
    summary: 'Grounds, table of risk and clocks: by what rules it is decided, now or in an older version',
  })
  async get(@Query() { version }: PolicyQuery): Promise<PolicyView> {
    return this.view(version === undefined ? await this.policies.inForce() : await this.policies.at(version));
  }

  /** Problems: `approval.policy_unsafe`, `approval.policy_outdated`. */
  @Post()
  @Access('program.manage')
  @ApiOperation({
    operationId: 'publishApprovalPolicy',
    summary: 'Publish the next version: it holds for what is handed in from now on',
  })
  async publish(@Me() me: Actor, @OnceKey() once: Once, @Body() body: PolicyBody): Promise<PolicyView> {
    const { base, note } = body;
    return this.view(await this.policies.publish(me, once, { base, note, ...contentOf(body) }));
  }

  private async view(policy: SharingPolicy): Promise<PolicyView> {
    return policyView(policy, await this.policies.versions(), this.settings.undoSeconds);
  }
}
