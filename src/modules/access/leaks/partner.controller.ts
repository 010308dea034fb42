import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, HttpCode, Post, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { inputRefusals } from '../../../platform/http/validation';
import { Access } from '../access.guard';
import { accessRefusals } from '../contract';
import { KEY_KINDS } from '../domain/key-format';
import { ExposureService, type Found } from './exposure.service';
import { GithubSigner } from './github-signer.service';
import { PartnerLabelView, RevocableTypesView } from './leak.dto';
import type { LeakSource } from './leak.repository';

const MOST_MATCHES = 20_000;
const typeOf = (kind: string): string => `atelier_${kind}_key`;

interface Match {
  readonly token: string;
  readonly type: string;
  readonly place: string;
}

/** A partner's list of what it found; members that are not known are ignored. Refuses `input.invalid`. */
function matchesOf(body: unknown): Match[] {
  if (!Array.isArray(body) || body.length > MOST_MATCHES)
    throw refusal(inputRefusals, 'invalid', {
      detail: `The body is an array of at most ${MOST_MATCHES} matches.`,
    });
  return body.map((it: unknown) => {
    const { token, type, url, location } = (it ?? {}) as Record<string, unknown>;
    if (typeof token !== 'string')
      throw refusal(inputRefusals, 'invalid', { detail: 'Each match has a token of text.' });
    const place = typeof url === 'string' ? url : typeof location === 'string' ? location : '';
    return { token, type: typeof type === 'string' ? type : '', place };
  });
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Reports of leaked keys by the machines of others. */
@ApiTags('leaks')
@Controller('api/v1/integrations')
export class PartnerController {
  constructor(
    private readonly exposure: ExposureService,
    private readonly signer: GithubSigner,
    private readonly settings: Settings,
  ) {}

  /** Problems: `access.signature_wrong`, `access.signer_unknown`. */
  @Post('github/secret-scanning')
  @HttpCode(200)
  @Access('leak.report')
  @ApiBody({ schema: { type: 'array', items: { type: 'object' } } })
  @ApiOkResponse({ type: PartnerLabelView, isArray: true })
  @ApiOperation({ operationId: 'reportFromGithub', summary: 'GitHub secret scanning partner endpoint' })
  async github(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('github-public-key-identifier') keyId: string | undefined,
    @Headers('github-public-key-signature') signature: string | undefined,
  ): Promise<PartnerLabelView[]> {
    if (keyId === undefined || signature === undefined || request.rawBody === undefined)
      throw refusal(accessRefusals, 'signature_wrong');
    await this.signer.verify(request.rawBody, keyId, signature);
    return this.expose('github', matchesOf(request.body));
  }

  @Get('gitlab/revocable_token_types')
  @Access('leak.report')
  @ApiOperation({ operationId: 'listRevocableTypes', summary: 'GitLab token revocation: kinds of keys' })
  types(): RevocableTypesView {
    return { types: KEY_KINDS.map(typeOf) };
  }

  /** Problems: `access.partner_unknown`. */
  @Post('gitlab/revoke_tokens')
  @HttpCode(204)
  @Access('leak.report')
  @ApiBody({ schema: { type: 'array', items: { type: 'object' } } })
  @ApiOperation({ operationId: 'revokeFromGitlab', summary: 'GitLab token revocation endpoint' })
  async gitlab(
    @Req() request: FastifyRequest,
    @Headers('authorization') authorization: string | undefined,
  ): Promise<void> {
    const { gitlabToken } = this.settings;
    const isPartner =
      gitlabToken !== undefined && timingSafeEqual(digest(authorization ?? ''), digest(gitlabToken));
    if (!isPartner) throw refusal(accessRefusals, 'partner_unknown');
    await this.expose('gitlab', matchesOf(request.body));
  }

  private async expose(source: LeakSource, matches: readonly Match[]): Promise<PartnerLabelView[]> {
    const found = matches.map(({ token, place }): Found => ({ secret: token, place }));
    const isKnown = await this.exposure.expose(source, found);
    return matches.map(({ token, type }, index) => ({
      token_hash: digest(token).toString('hex'),
      token_type: type,
      label: isKnown[index] === true ? 'true_positive' : 'false_positive',
    }));
  }
}
