import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';

import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me, MySession, MyVisit, type Visit } from '../access.guard';
import { PasskeyQuestionView } from '../sessions/session.dto';
import { CodeAppService } from './code-app.service';
import { PasskeyService } from './passkey.service';
import { RecoveryService } from './recovery.service';
import {
  CodeAppView,
  CodeBody,
  NewPasskeyBody,
  PasskeyNameBody,
  RecoveryCodesView,
  SecurityView,
} from './security.dto';
import { SecurityService } from './security.service';
import { WebAuthnService, type RegistrationAnswer } from './web-authn.service';

@ApiTags('account')
@Controller('api/v1/account')
export class SecurityController {
  constructor(
    private readonly security: SecurityService,
    private readonly codeApps: CodeAppService,
    private readonly recovery: RecoveryService,
    private readonly passkeys: PasskeyService,
    private readonly webAuthn: WebAuthnService,
  ) {}

  @Get('security')
  @Access('security.own')
  @ApiOperation({ operationId: 'getSecurity', summary: 'What protects my account' })
  async view(@Me() me: Actor): Promise<SecurityView> {
    return this.security.view(me);
  }

  /** Problems: `access.step_up_required`, `access.code_app_there`. */
  @Post('code-app')
  @Access('security.change')
  @ApiOperation({ operationId: 'beginCodeApp', summary: 'Begin to set up an authenticator app' })
  async beginCodeApp(@Me() me: Actor): Promise<CodeAppView> {
    return this.codeApps.begin(me);
  }

  /** Problems: `access.step_up_required`, `access.no_code_app`, `access.code_app_there`, `access.proof_wrong`. */
  @Post('code-app/confirm')
  @HttpCode(204)
  @Access('security.change')
  @ApiOperation({ operationId: 'confirmCodeApp', summary: 'Confirm the app by its first code' })
  async confirmCodeApp(
    @Body() { code }: CodeBody,
    @Me() me: Actor,
    @MySession() sessionId: string | null,
  ): Promise<void> {
    await this.codeApps.confirm(me, sessionId, code);
  }

  /** Problems: `access.step_up_required`, `access.no_code_app`, `access.last_factor`. */
  @Delete('code-app')
  @HttpCode(204)
  @Access('security.change')
  @ApiOperation({ operationId: 'removeCodeApp', summary: 'Remove the authenticator app' })
  async removeCodeApp(@Me() me: Actor): Promise<void> {
    await this.codeApps.remove(me);
  }

  /** Problems: `access.step_up_required`, `access.no_second_factor`. */
  @Post('recovery-codes')
  @Access('security.change')
  @ApiOperation({
    operationId: 'makeRecoveryCodes',
    summary: 'Ten new recovery codes; earlier ones stop working',
  })
  async makeCodes(@Me() me: Actor): Promise<RecoveryCodesView> {
    return { codes: await this.recovery.make(me) };
  }

  /** Problems: `access.step_up_required`, `access.passkeys_need_name`. */
  @Post('passkeys/question')
  @HttpCode(200)
  @Access('security.change')
  @ApiOperation({ operationId: 'askForNewPasskey', summary: 'What to ask the browser for a new passkey' })
  async ask(@MyVisit() visit: Visit): Promise<PasskeyQuestionView> {
    return this.webAuthn.askToRegister(visit);
  }

  /** Problems: `access.step_up_required`, `access.passkey_refused`, `access.too_many_passkeys`. */
  @Post('passkeys')
  @HttpCode(204)
  @Access('security.change')
  @ApiOperation({ operationId: 'addPasskey', summary: 'Keep the passkey that the browser has made' })
  async add(@Body() { challengeId, response, name }: NewPasskeyBody, @MyVisit() visit: Visit): Promise<void> {
    await this.passkeys.add(visit, challengeId, response as unknown as RegistrationAnswer, name);
  }

  /** Problems: `access.step_up_required`, `access.not_found`. */
  @Patch('passkeys/:id')
  @HttpCode(204)
  @Access('security.change')
  @ApiOperation({ operationId: 'renamePasskey', summary: 'Give a passkey another name' })
  async rename(@Me() me: Actor, @Param('id') id: string, @Body() { name }: PasskeyNameBody): Promise<void> {
    await this.passkeys.rename(me, id, name);
  }

  /** Problems: `access.step_up_required`, `access.not_found`, `access.last_factor`. */
  @Delete('passkeys/:id')
  @HttpCode(204)
  @Access('security.change')
  @ApiOperation({ operationId: 'removePasskey', summary: 'Remove a passkey' })
  async remove(@Me() me: Actor, @Param('id') id: string): Promise<void> {
    await this.passkeys.remove(me, id);
  }
}
