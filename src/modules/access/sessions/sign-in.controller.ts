import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Settings } from '../../../platform/config/settings';
import { Access, MyVisit, type Visit } from '../access.guard';
import { relyingParty } from '../domain/relying-party';
import { SessionCookies } from './cookies.service';
import type { Opened } from './opening.service';
import {
  PasskeyProofBody,
  PasskeyQuestionView,
  SessionView,
  SignInBody,
  SignInWaysView,
  StepUpBody,
} from './session.dto';
import { SignInService } from './sign-in.service';
import { StepUpService } from './step-up.service';

@ApiTags('session')
@Controller('api/v1/session')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly stepUps: StepUpService,
    private readonly cookies: SessionCookies,
    private readonly settings: Settings,
  ) {}

  /** Problems: `access.bad_credentials`, `access.proof_wrong`, `access.too_many_attempts`, `access.cross_site`. */
  @Post()
  @HttpCode(200)
  @Access('session.open')
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in; the session is a cookie' })
  async byPassword(
    @Body() body: SignInBody,
    @MyVisit() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.answer(await this.signIns.byPassword(body, visit), reply);
  }

  @Get('ways')
  @Access('session.open')
  @ApiOperation({ operationId: 'listSignInWays', summary: 'What one can sign in with here' })
  ways(@MyVisit() { host }: Visit): SignInWaysView {
    const { oidcIssuer, publicUrl } = this.settings;
    return { oidc: oidcIssuer !== undefined, passkeys: relyingParty(publicUrl, host) !== null };
  }

  /** Problems: `access.passkeys_need_name`. */
  @Post('passkey/question')
  @HttpCode(200)
  @Access('session.open')
  @ApiOperation({
    operationId: 'askPasskey',
    summary: 'What to ask the browser’s passkeys, to sign in or to prove oneself',
  })
  async askPasskey(@MyVisit() visit: Visit): Promise<PasskeyQuestionView> {
    return this.signIns.askPasskey(visit);
  }

  /** Problems: `access.passkey_refused`. */
  @Post('passkey')
  @HttpCode(200)
  @Access('session.open')
  @ApiOperation({ operationId: 'signInWithPasskey', summary: 'Sign in with a passkey' })
  async byPasskey(
    @Body() body: PasskeyProofBody,
    @MyVisit() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.answer(await this.signIns.byPasskey(body, visit), reply);
  }

  /** Problems: `access.proof_wrong`, `access.passkey_refused`, `access.bad_credentials`, `access.too_many_attempts`. */
  @Post('step-up')
  @HttpCode(200)
  @Access('session.own')
  @ApiOperation({
    operationId: 'stepUp',
    summary:
      'Prove that it is you: the second half of a sign-in, and for ten minutes whatever needs a recent proof',
  })
  async stepUp(
    @Body() body: StepUpBody,
    @MyVisit() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.answer(await this.stepUps.prove(body, visit), reply);
  }

  private answer({ token, view }: Opened, reply: FastifyReply): SessionView {
    this.cookies.set(reply, token);
    return view;
  }
}
