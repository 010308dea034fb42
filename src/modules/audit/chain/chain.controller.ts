import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { ChainView, chainView, CheckpointView, VerificationView, verificationView } from './chain.dto';
import { CheckpointService } from './checkpoint.service';
import { ChainVerifier } from './verifier.service';

@ApiTags('audit')
@Controller('api/v1/audit')
export class ChainController {
  constructor(
    private readonly checkpoints: CheckpointService,
    private readonly verifier: ChainVerifier,
  ) {}

  @Get('verification')
  @Access('audit.read')
  @ApiOperation({
    operationId: 'verifyAuditLog',
    summary: 'Recompute the chain of seals and name the first altered or missing entry',
  })
  async verify(): Promise<VerificationView> {
    return verificationView(await this.verifier.verify({ publicKey: this.checkpoints.publicKey }));
  }

  @Get('chain')
  @Access('audit.read')
  @ApiOperation({ operationId: 'getAuditChain', summary: 'How far the log is sealed and promised' })
  async chain(): Promise<ChainView> {
    const [end, newest] = await Promise.all([this.checkpoints.chainEnd(), this.checkpoints.newest()]);
    return chainView(end, newest);
  }

  @Get('checkpoint')
  @Access('public.read')
  @ApiOperation({
    operationId: 'getAuditCheckpoint',
    summary:
      'The newest signed checkpoint of the audit log: keep it, and nobody can rewrite what came before',
  })
  async checkpoint(): Promise<CheckpointView> {
    const newest = await this.checkpoints.newest();
    return {
      note: newest?.note ?? null,
      at: newest?.at.toISOString() ?? null,
      publicKey: this.checkpoints.publicKey,
    };
  }
}
