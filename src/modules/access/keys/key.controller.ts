import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { Access, Me } from '../access.guard';
import { refusal } from '../../../kernel/refusal';
import { inputRefusals } from '../../../platform/http/validation';
import { KeyBody, KeyPage, KeyPlacesBody, KeyView, NewKeyView, RotateKeyBody, StopKeyBody } from './key.dto';
import { KeyListService } from './key-list.service';
import { KeysService } from './keys.service';
import { thumbprintOf } from './proof.service';

const credits = (value: number | undefined): bigint | null => (value === undefined ? null : BigInt(value));

@ApiTags('keys')
@Controller('api/v1')
export class KeyController {
  constructor(
    private readonly keys: KeysService,
    private readonly lists: KeyListService,
  ) {}

  @Get('keys')
  @Access('key.own')
  @ApiOperation({ operationId: 'listKeys', summary: 'My API keys, newest first' })
  async list(@Me() me: Actor, @Query() query: PageQuery): Promise<KeyPage> {
    return { ...(await this.lists.listOf(me, me.id, query)) } as KeyPage;
  }

  /** Problems: `access.key_name_taken`, `access.too_many_keys`, `access.not_a_network`. */
  @Post('keys')
  @Access('key.own')
  @ApiOperation({ operationId: 'createKey', summary: 'Create an API key; its secret is in this answer only' })
  async create(@Me() me: Actor, @Body() body: KeyBody): Promise<NewKeyView> {
    const { name, kind, scopes, networks, origins, publicJwk, expiresInDays: days, openCap = null } = body;
    const boundTo = publicJwk === undefined ? null : await thumbprintOf(publicJwk);
    if (publicJwk !== undefined && boundTo === null)
      throw refusal(inputRefusals, 'invalid', { detail: 'publicJwk: must be a public EC, OKP or RSA key' });
    const caps = { budget: credits(body.budget), hourCap: credits(body.hourlyCap), dayCap: credits(body.dailyCap), openCap }; // prettier-ignore
    return this.keys.create(me, { name, kind, scopes, ...caps, networks, origins, boundTo, days });
  }

  /** Problems: `access.not_found`, `access.not_a_network`. */
  @Put('keys/:id/places')
  @Access('key.own')
  @ApiOperation({ operationId: 'setKeyPlaces', summary: 'Where one of my keys may be used from' })
  async setPlaces(@Me() me: Actor, @Param('id') id: string, @Body() body: KeyPlacesBody): Promise<KeyView> {
    return this.keys.setPlaces(me, id, body);
  }

  /** Problems: `access.not_found`, `access.key_rotated`, `access.wrong_state`. */
  @Post('keys/:id/rotate')
  @Access('key.own')
  @ApiOperation({
    operationId: 'rotateKey',
    summary: 'Replace a key; the old one works for 24 hours more unless it leaked',
  })
  async rotate(@Me() me: Actor, @Param('id') id: string, @Body() body: RotateKeyBody): Promise<NewKeyView> {
    return this.keys.rotate(me, id, body);
  }

  /** Problems: `access.not_found`. */
  @Post('keys/:id/revoke')
  @HttpCode(200)
  @Access('key.own')
  @ApiOperation({ operationId: 'revokeKey', summary: 'Stop one of my keys for ever' })
  async revoke(@Me() me: Actor, @Param('id') id: string): Promise<KeyView> {
    return this.keys.revoke(me, id);
  }

  /** Problems: `access.not_found`. */
  @Post('keys/:id/stop')
  @HttpCode(200)
  @Access('key.stop')
  @ApiOperation({ operationId: 'stopKey', summary: "Stop anybody's key, with a reason its owner reads" })
  async stop(@Me() me: Actor, @Param('id') id: string, @Body() body: StopKeyBody): Promise<KeyView> {
    return this.keys.revoke(me, id, body.reason);
  }

  @Get('people/:id/keys')
  @Access('key.stop')
  @ApiOperation({ operationId: 'listKeysOf', summary: 'API keys of one person' })
  async listOf(@Me() me: Actor, @Param('id') id: string, @Query() query: PageQuery): Promise<KeyPage> {
    return { ...(await this.lists.listOf(me, id, query)) } as KeyPage;
  }
}
