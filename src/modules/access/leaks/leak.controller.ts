import { Body, Controller, Get, Header, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { DAY, later } from '../../../kernel/clock';
import { Settings } from '../../../platform/config/settings';
import { siteOf } from '../../../platform/http/site';
import { Access, Me } from '../access.guard';
import { KEY_PATTERN } from '../contract';
import { networkOf } from '../domain/network';
import { SignInPolicy } from '../sessions/sign-in.policy';
import { ExposureService } from './exposure.service';
import { KeyPatternView, LeakBody, LeakReceivedView, NewTrapView, TrapBody, TrapListView } from './leak.dto';
import { TrapService } from './trap.service';

const SECURITY_TXT_DAYS = 180;

/** Reports of leaked keys, from anybody. */
@ApiTags('leaks')
@Controller()
export class LeakController {
  constructor(
    private readonly exposure: ExposureService,
    private readonly traps: TrapService,
    private readonly policy: SignInPolicy,
    private readonly settings: Settings,
  ) {}

  /** Problems: `access.too_many_attempts`. */
  @Post('api/v1/leaks')
  @HttpCode(202)
  @Access('leak.report')
  @ApiOperation({ operationId: 'reportLeak', summary: 'Report a key that was found where it should not be' })
  async report(@Ip() address: string, @Body() { token, where }: LeakBody): Promise<LeakReceivedView> {
    await this.policy.admitReport(networkOf(address));
    await this.exposure.expose('report', [{ secret: token.trim(), place: where ?? '' }]);
    return { message: 'Thank you. If this is a key of ours, it is stopped by now and its owner knows.' };
  }

  @Get('api/v1/leaks/pattern')
  @Access('leak.report')
  @ApiOperation({ operationId: 'getKeyPattern', summary: 'How to recognise a key of Atelier in a text' })
  pattern(): KeyPatternView {
    return {
      pattern: KEY_PATTERN,
      format: 'atl_, the kind, _, 30 random base62 characters, and the CRC32 of all that as 6 base62 digits',
      report: `${siteOf(this.settings)}/api/v1/leaks`,
    };
  }

  @Get('.well-known/security.txt')
  @Access('leak.report')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOperation({ operationId: 'getSecurityTxt', summary: 'Where to report what is wrong (RFC 9116)' })
  securityTxt(): string {
    const expires = later(new Date(), SECURITY_TXT_DAYS * DAY);
    return [
      `Contact: ${this.settings.securityContact}`,
      `Contact: ${siteOf(this.settings)}/leaks`,
      `Expires: ${expires.toISOString()}`,
      `Canonical: ${siteOf(this.settings)}/.well-known/security.txt`,
      'Preferred-Languages: en',
      '',
    ].join('\n');
  }

  /** Baits that are laid, newest first. */
  @Get('api/v1/traps')
  @Access('incident.manage')
  @ApiOperation({ operationId: 'listTraps', summary: 'Keys laid out as bait' })
  async listTraps(): Promise<TrapListView> {
    const rows = await this.traps.list();
    return {
      items: rows.map(({ createdAt, sprungAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        sprungAt: sprungAt?.toISOString() ?? null,
      })),
    };
  }

  @Post('api/v1/traps')
  @Access('incident.manage')
  @ApiOperation({ operationId: 'layTrap', summary: 'Make a key that is nobody’s, to lay out as bait' })
  async lay(@Me() me: Actor, @Body() { place }: TrapBody): Promise<NewTrapView> {
    return this.traps.lay(me, place);
  }
}
