import { Body, Controller, HttpCode, Param, Post, Res, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { ClaimService } from './claim.service';
import { IntakeService } from './intake.service';
import { ProtocolGuard } from './protocol.guard';
import { RegistrationService } from './registration.service';
import {
  JobClaimBody, JobClaimView, CompleteBody, EndedView, FailBody, HeartbeatBody, HeartbeatView, LeaseBody, RegisterBody, RegisteredView,
  StandingView, UploadBody, UploadView, WorkerTokenView,
} from './worker.dto'; // prettier-ignore
import { WorkService } from './work.service';

/** The worker protocol, version 1. docs/worker-protocol.md tells how a worker uses it. */
@ApiTags('worker protocol')
@ApiHeader({ name: 'Atelier-Worker-Protocol', required: true, schema: { type: 'string', enum: ['1'] } })
@Controller('api/worker/v1')
@UseGuards(ProtocolGuard)
export class WorkerController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly claims: ClaimService,
    private readonly works: WorkService,
    private readonly intake: IntakeService,
  ) {}

  @Post('register')
  @HttpCode(200)
  @Access('worker.enter')
  @ApiOperation({
    operationId: 'registerWorker',
    summary: 'Exchange a worker key for a token; say what you can',
  })
  @ApiOkResponse({ type: RegisteredView })
  async register(@Me() me: Actor, @Body() body: RegisterBody): Promise<RegisteredView> {
    return this.registrations.register(me, body);
  }

  @Post('token')
  @HttpCode(200)
  @Access('worker.work')
  @ApiOperation({ operationId: 'renewWorkerToken', summary: 'A new token before the old one ends' })
  @ApiOkResponse({ type: WorkerTokenView })
  async renew(@Me() me: Actor): Promise<WorkerTokenView> {
    return this.registrations.renew(me);
  }

  @Post('claim')
  @HttpCode(200)
  @Access('worker.work')
  @ApiOperation({ operationId: 'claimJobs', summary: 'Wait for clips to render' })
  @ApiOkResponse({ type: JobClaimView })
  async claim(
    @Me() me: Actor,
    @Body() body: JobClaimBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobClaimView> {
    const hungUp = new AbortController();
    // Of the answer, not of the request: a request counts as closed once its body was read.
    reply.raw.once('close', () => {
      if (!reply.raw.writableEnded) hungUp.abort();
    });
    return this.claims.claim(me, body, hungUp.signal);
  }

  @Post('jobs/:id/heartbeat')
  @HttpCode(200)
  @Access('worker.work')
  @ApiOperation({ operationId: 'beatJob', summary: 'Keep a clip; hear whether to stop' })
  @ApiOkResponse({ type: HeartbeatView })
  async heartbeat(
    @Me() me: Actor,
    @Param('id') id: string,
    @Body() body: HeartbeatBody,
  ): Promise<HeartbeatView> {
    return this.works.heartbeat(me, id, body);
  }

  @Post('jobs/:id/uploads')
  @HttpCode(200)
  @Access('worker.work')
  @ApiOperation({ operationId: 'offerUpload', summary: 'An address to upload exactly one file to' })
  @ApiOkResponse({ type: UploadView })
  async upload(@Me() me: Actor, @Param('id') id: string, @Body() body: UploadBody): Promise<UploadView> {
    return this.works.offerUpload(me, id, body);
  }

  @Post('jobs/:id/complete')
  @HttpCode(200)
  @Access('worker.work')
  @ApiOperation({ operationId: 'completeJob', summary: 'Deliver the uploaded file' })
  @ApiOkResponse({ type: EndedView })
  async complete(@Me() me: Actor, @Param('id') id: string, @Body() body: CompleteBody): Promise<EndedView> {
    return this.intake.complete(me, id, body);
  }

  @Post('jobs/:id/fail')
  @HttpCode(200)
  @Access('worker.work')
  @ApiOperation({ operationId: 'failJob', summary: 'The attempt has failed, and why' })
  @ApiOkResponse({ type: EndedView })
  async fail(@Me() me: Actor, @Param('id') id: string, @Body() body: FailBody): Promise<EndedView> {
    return this.works.fail(me, id, body);
  }

  @Post('jobs/:id/release')
  @HttpCode(200)
  @Access('worker.work')
  @ApiOperation({ operationId: 'releaseJob', summary: 'Hand a clip back unfinished, as nobody’s fault' })
  @ApiOkResponse({ type: EndedView })
  async release(@Me() me: Actor, @Param('id') id: string, @Body() body: LeaseBody): Promise<EndedView> {
    return this.works.release(me, id, body.fence);
  }

  @Post('drain')
  @HttpCode(200)
  @Access('worker.work')
  @ApiOperation({ operationId: 'drainSelf', summary: 'No more clips; finish those in hand' })
  @ApiOkResponse({ type: StandingView })
  async drain(@Me() me: Actor): Promise<StandingView> {
    return this.registrations.drain(me);
  }

  @Post('leave')
  @HttpCode(200)
  @Access('worker.work')
  @ApiOperation({ operationId: 'leavePool', summary: 'This worker ends' })
  @ApiOkResponse({ type: StandingView })
  async leave(@Me() me: Actor): Promise<StandingView> {
    return this.registrations.leave(me);
  }
}
