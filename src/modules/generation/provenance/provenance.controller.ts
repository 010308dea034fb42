import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { ProvenanceSigner } from '../../../platform/provenance/provenance-signer';
import { Access, Me } from '../../access';
import {
  CreditLineInput,
  CreditLineQuery,
  CreditLineView,
  ProvenanceView,
  SignerView,
} from './provenance.dto';
import { signerView } from './provenance.mapping';
import { ProvenanceService } from './provenance.service';

@ApiTags('provenance')
@Controller('api/v1')
export class ProvenanceController {
  constructor(
    private readonly provenance: ProvenanceService,
    private readonly signer: ProvenanceSigner,
  ) {}

  @Get('generations/:id/provenance')
  @Access('generation.read')
  @ApiOperation({ operationId: 'getProvenance', summary: 'Where a clip comes from and how it is marked' })
  @ApiOkResponse({ type: ProvenanceView })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<ProvenanceView> {
    return this.provenance.view(me, id);
  }

  @Get('generations/:id/manifest')
  @Access('generation.read')
  @ApiOperation({ operationId: 'getManifest', summary: 'The C2PA manifest store of the file, as JSON' })
  @ApiOkResponse({ schema: { type: 'object' } })
  async manifest(@Me() me: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const store = await this.provenance.manifest(me, id);
    await reply.header('content-disposition', `attachment; filename="${id}.manifest.json"`).send(store);
  }

  @Get('provenance/signer')
  @Access('public.read')
  @ApiOperation({
    operationId: 'getSigner',
    summary: 'With what this installation signs, and who vouches for it',
  })
  @ApiOkResponse({ type: SignerView })
  async whoSigns(): Promise<SignerView> {
    return signerView(await this.signer.status());
  }

  @Get('provenance/credit-line')
  @Access('generation.own')
  @ApiOperation({
    operationId: 'getCreditLine',
    summary: 'Whether and how the records of one’s clips name one',
  })
  @ApiOkResponse({ type: CreditLineView })
  async creditLine(@Me() me: Actor, @Query() { programId }: CreditLineQuery): Promise<CreditLineView> {
    return this.provenance.creditLine(me, programId);
  }

  @Put('provenance/credit-line')
  @Access('generation.own')
  @ApiOperation({ operationId: 'setCreditLine', summary: 'Be named in the records of clips to come, or not' })
  @ApiOkResponse({ type: CreditLineView })
  async setCreditLine(@Me() me: Actor, @Body() input: CreditLineInput): Promise<CreditLineView> {
    return this.provenance.setCreditLine(me, input);
  }
}
