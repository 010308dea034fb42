import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, MyVisit, type Visit } from '../access.guard';
import { normalEmail } from '../domain/password';
import { networkOf } from '../domain/network';
import { SignInPolicy } from '../sessions/sign-in.policy';
import {
  InvitationView,
  JoinBody,
  LinkBody,
  PasswordChangeBody,
  ResetBody,
  ResetRequestBody,
  VerifiedView,
} from './account.dto';
import { AccountService } from './account.service';
import { ResetRequests } from './reset-requests.service';

@ApiTags('account')
@Controller('api/v1')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly resets: ResetRequests,
    private readonly policy: SignInPolicy,
  ) {}

  /** Problems: `access.link_dead`. */
  @Post('account/verification')
  @HttpCode(200)
  @Access('account.prove')
  @ApiOperation({ operationId: 'verifyEmail', summary: 'Prove an address by the link of the mail' })
  async verify(@Body() { token }: LinkBody): Promise<VerifiedView> {
    return { email: await this.accounts.verify(token) };
  }

  /** Answers alike whether there is something to confirm. Problems: `access.too_many_attempts`. */
  @Post('account/verification/resend')
  @HttpCode(202)
  @Access('account.prove')
  @ApiOperation({ operationId: 'resendVerification', summary: 'Send the mail of the sign-up again' })
  async resend(@Body() { email }: ResetRequestBody, @MyVisit() { address }: Visit): Promise<void> {
    await this.policy.admitMail({ name: normalEmail(email), network: networkOf(address) });
    await this.resets.verification(normalEmail(email), networkOf(address));
  }

  /** Answers alike whether there is such an account. Problems: `access.too_many_attempts`. */
  @Post('account/reset')
  @HttpCode(202)
  @Access('account.prove')
  @ApiOperation({
    operationId: 'requestPasswordReset',
    summary: 'Ask for a mail with a link to a new password',
  })
  async requestReset(@Body() { email }: ResetRequestBody, @MyVisit() { address }: Visit): Promise<void> {
    await this.policy.admitMail({ name: normalEmail(email), network: networkOf(address) });
    await this.resets.request(normalEmail(email), networkOf(address));
  }

  /** Problems: `access.link_dead`, `access.weak_password`. */
  @Post('account/reset/confirm')
  @HttpCode(204)
  @Access('account.prove')
  @ApiOperation({ operationId: 'resetPassword', summary: 'Set a new password by the link of the mail' })
  async reset(@Body() body: ResetBody): Promise<void> {
    await this.accounts.reset(body);
  }

  /** Problems: `access.step_up_required`, `access.proof_wrong`, `access.weak_password`. */
  @Post('account/password')
  @HttpCode(204)
  @Access('security.change')
  @ApiOperation({ operationId: 'changePassword', summary: 'Change my password; my other sessions end' })
  async changePassword(@Body() body: PasswordChangeBody, @MyVisit() visit: Visit): Promise<void> {
    await this.accounts.changePassword(visit, body);
  }

  /** Problems: `access.link_dead`. */
  @Post('invitations/look')
  @HttpCode(200)
  @Access('account.prove')
  @ApiOperation({ operationId: 'lookAtInvitation', summary: 'What the invitation of a mail offers' })
  async look(@Body() { token }: LinkBody): Promise<InvitationView> {
    const { person, expiresAt } = await this.accounts.invitation(token);
    const { name, email, roles } = person;
    return { name, email, roles, expiresAt: expiresAt.toISOString() };
  }

  /** Problems: `access.link_dead`, `access.weak_password`. */
  @Post('invitations/join')
  @HttpCode(200)
  @Access('account.prove')
  @ApiOperation({
    operationId: 'acceptInvitation',
    summary: 'Answer an invitation with a name and a password',
  })
  async join(@Body() body: JoinBody): Promise<VerifiedView> {
    return { email: (await this.accounts.join(body)).email };
  }
}
