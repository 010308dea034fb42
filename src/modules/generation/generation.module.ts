import os from 'node:os';
import path from 'node:path';
import { Module } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Readiness } from '../../platform/health/readiness';
import { FfmpegLocator } from '../../platform/media/ffmpeg';
import { AuditModule } from '../audit';
import { EnrollmentModule } from '../enrollment';
import { ProgramModule } from '../program';
import { QuotaModule } from '../quota';
import { RedressModule } from '../redress';
import { BatchRepository } from './batches/batch.repository';
import { BatchService } from './batches/batch.service';
import { ClipService } from './clip.service';
import { ClosingService } from './closing.service';
import { FileController } from './file.controller';
import { GenerationController } from './generation.controller';
import { GenerationRepository } from './generation.repository';
import { GenerationService } from './generation.service';
import { LiveController } from './live.controller';
import { LiveService } from './live.service';
import { FinishingService } from './finishing/finishing.service';
import { FileCheckController } from './provenance/file-check.controller';
import { FileCheckProcessor } from './provenance/file-check.processor';
import { FileCheckService, FileReader } from './provenance/file-check.service';
import { ProvenanceController } from './provenance/provenance.controller';
import { ProvenanceService } from './provenance/provenance.service';
import { VerifyController } from './verify/verify.controller';
import { VerifyService } from './verify/verify.service';
import { ModelService } from './videos/model.service';
import { VideoController } from './videos/video.controller';
import { VideoRepository } from './videos/video.repository';
import { BinController } from './bin/bin.controller';
import { BinProcessor } from './bin/bin.processor';
import { BinRepository } from './bin/bin.repository';
import { BinService } from './bin/bin.service';
import { EmptyingService } from './bin/emptying.service';
import { RetentionService } from './bin/retention.service';
import { UsageService } from './bin/usage.service';
import { VideoService } from './videos/video.service';
import { MarkingService } from './provenance/marking.service';
import { ProvenanceRepository } from './provenance/provenance.repository';
import { MoveService } from './move.service';
import { OrderService } from './batches/order.service';
import { SubmitService } from './batches/submit.service';
import { DispatchBell, ReleaseBell } from './pool/bell.service';
import { DeliveryService } from './pool/delivery.service';
import { DispatchService } from './pool/dispatch.service';
import { FlowRepository } from './pool/flow.repository';
import { HandOverService } from './pool/hand-over.service';
import { LeaseRepository } from './pool/lease.repository';
import { LeaseService } from './pool/lease.service';
import { LineRepository } from './pool/line.repository';
import { LineService } from './pool/line.service';
import { OutcomeRepository } from './pool/outcome.repository';
import { OutcomeService } from './pool/outcome.service';
import { StewardService } from './pool/steward.service';
import { SuccessService } from './pool/success.service';
import { PoolController } from './pool/pool.controller';
import { PresenceService } from './pool/presence.service';
import { ProgramCapService } from './pool/program-cap.service';
import { ReleaseService } from './pool/release.service';
import { RenderProcessor } from './pool/render.processor';
import { SweepProcessor } from './pool/sweep.processor';
import { PauseListener } from './pauses/pause.listener';
import { PauseRepository } from './pauses/pause.repository';
import { RefusalListener } from './refused/refusal.listener';
import { StoppedKeyListener } from './stopped/stopped-key.listener';
import { StoppedKeyRepository } from './stopped/stopped-key.repository';
import { WithheldRemoval } from './stopped/withheld-removal.service';
import { WithheldService } from './stopped/withheld.service';
import { StorageController } from './storage/storage.controller';
import { StorageProcessor } from './storage/storage.processor';
import { StorageService } from './storage/storage.service';
import { SweepRepository } from './storage/sweep.repository';
import { UnusableController } from './unusable/unusable.controller';
import { UnusableService } from './unusable/unusable.service';
import { PoolService } from './pool/pool.service';
import { AccuracyController } from './waiting/accuracy.controller';
import { AccuracyService } from './waiting/accuracy.service';
import { ForecastService } from './waiting/forecast.service';
import { KeeperRateController } from './keepers/keeper-rate.controller';
import { KeeperRateRepository } from './keepers/keeper-rate.repository';
import { KeeperRateService } from './keepers/keeper-rate.service';
import { LateListener } from './waiting/late.listener';
import { PaceRepository } from './waiting/pace.repository';
import { PoolStateService } from './waiting/pool-state.service';
import { PredictionRepository } from './waiting/prediction.repository';
import { PredictionService } from './waiting/prediction.service';
import { WaitService } from './waiting/wait.service';
import { ClaimService } from './workers/claim.service';
import { FleetController } from './workers/fleet.controller';
import { FleetService } from './workers/fleet.service';
import { JobService } from './workers/job.service';
import { UnservedService } from './workers/unserved.service';
import { IntakeParts, IntakeService } from './workers/intake.service';
import { RegistrationService } from './workers/registration.service';
import { WatchProcessor } from './workers/watch.processor';
import { WorkService } from './workers/work.service';
import { WorkerController } from './workers/worker.controller';
import { WorkerRepository } from './workers/worker.repository';
import { ProceduralProvider, renderWorkersOf } from './providers/procedural/procedural.provider';
import { ProviderRegistry } from './providers/registry.provider';
import { hostedProviders } from './providers/vendors.provider';
import { ArrivalService } from './hosted/arrival.service';
import { SendingService } from './hosted/sending.service';
import { HookController } from './hosted/hook.controller';
import { HookService } from './hosted/hook.service';
import { LookService } from './hosted/look.service';
import { HostedRows, RoundService } from './hosted/round.service';
import { SendProcessor, SendRepositories } from './hosted/send.processor';
import { TicketRepository } from './hosted/ticket.repository';
import { CircuitService } from './routing/circuit.service';
import { HealthProcessor } from './routing/health.processor';
import { ProviderController } from './routing/provider.controller';
import { ProviderRepository } from './routing/provider.repository';
import { ProviderService } from './routing/provider.service';
import { RouteService } from './routing/route.service';
import { BriefRepository } from './styles/brief.repository';
import { BriefService } from './styles/brief.service';
import { GalleryService } from './styles/gallery.service';
import { LineageController } from './styles/lineage.controller';
import { LineageService } from './styles/lineage.service';
import { OriginService } from './styles/origin.service';
import { ReferenceController } from './styles/reference.controller';
import { ReferenceRepository } from './styles/reference.repository';
import { ReferenceService } from './styles/reference.service';
import { StyleController } from './styles/style.controller';
import { StyleRepository } from './styles/style.repository';
import { StyleService } from './styles/style.service';

/** Every renderer of this installation: one line each, the preferred one first. */
function registerProviders(
  settings: Settings,
  ffmpeg: FfmpegLocator,
  readiness: Readiness,
): ProviderRegistry {
  const registry = new ProviderRegistry();
  const workDirectory = path.resolve(settings.dataDir, 'work');
  const renderWorkers = settings.renderWorkers ?? renderWorkersOf(undefined, os.availableParallelism());
  registry.register(new ProceduralProvider({ ffmpeg, workDirectory, renderWorkers }), 'cpu');
  for (const provider of hostedProviders(settings)) registry.register(provider, provider.key);
  // Shown, not vital: without a renderer everything but new clips works.
  readiness.add('renderer', async () => registry.whyNone(), false);
  return registry;
}

@Module({
  imports: [AuditModule, EnrollmentModule, ProgramModule, QuotaModule, RedressModule],
  controllers: [
    LiveController,
    BinController,
    AccuracyController,
    KeeperRateController,
    GenerationController,
    UnusableController,
    FileController,
    PoolController,
    ProviderController,
    HookController,
    StyleController,
    ReferenceController,
    LineageController,
    WorkerController,
    FleetController,
    StorageController,
    ProvenanceController,
    FileCheckController,
    VerifyController,
    VideoController,
  ],
  providers: [
    {
      provide: FfmpegLocator,
      inject: [Settings],
      useFactory: ({ ffmpegPath, oldFfmpeg }: Settings) =>
        new FfmpegLocator({
          configured: ffmpegPath ?? null,
          searchPath: process.env.PATH ?? '',
          trustsOldBuilds: oldFfmpeg === 'allow',
        }),
    },
    {
      provide: ProviderRegistry,
      inject: [Settings, FfmpegLocator, Readiness],
      useFactory: registerProviders,
    },
    ArrivalService,
    BriefRepository,
    BriefService,
    CircuitService,
    GalleryService,
    SendingService,
    HealthProcessor,
    HookService,
    HostedRows,
    LineageService,
    LookService,
    OriginService,
    ProviderRepository,
    ProviderService,
    ReferenceRepository,
    ReferenceService,
    RoundService,
    RouteService,
    SendProcessor,
    SendRepositories,
    StyleRepository,
    StyleService,
    TicketRepository,
    BatchRepository,
    AccuracyService,
    BatchService,
    ClipService,
    ClosingService,
    PauseListener,
    PauseRepository,
    RefusalListener,
    StoppedKeyListener,
    StoppedKeyRepository,
    WithheldRemoval,
    WithheldService,
    DeliveryService,
    DispatchBell,
    DispatchService,
    FileCheckProcessor,
    FileCheckService,
    FileReader,
    FinishingService,
    FlowRepository,
    ForecastService,
    GenerationRepository,
    GenerationService,
    HandOverService,
    KeeperRateRepository,
    KeeperRateService,
    LateListener,
    LeaseRepository,
    LeaseService,
    LineRepository,
    LineService,
    LiveService,
    MarkingService,
    MoveService,
    OrderService,
    OutcomeRepository,
    OutcomeService,
    StewardService,
    SuccessService,
    PaceRepository,
    PoolService,
    PoolStateService,
    PredictionRepository,
    PredictionService,
    PresenceService,
    ReleaseBell,
    ProvenanceRepository,
    ProvenanceService,
    ProgramCapService,
    ReleaseService,
    RenderProcessor,
    SubmitService,
    SweepProcessor,
    UnusableService,
    ModelService,
    VerifyService,
    BinProcessor,
    BinRepository,
    BinService,
    EmptyingService,
    RetentionService,
    UsageService,
    VideoRepository,
    VideoService,
    WaitService,
    ClaimService,
    FleetService,
    IntakeParts,
    IntakeService,
    JobService,
    RegistrationService,
    UnservedService,
    WatchProcessor,
    WorkerRepository,
    WorkService,
    StorageProcessor,
    StorageService,
    SweepRepository,
  ],
  exports: [GenerationService, ProvenanceService, FfmpegLocator],
})
export class GenerationModule {}
