import { Module } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { CompensationModule } from '../compensation';
import { LedgerModule } from '../ledger';
import { BatchController } from './batch.controller';
import { PayoutBatchListener } from './batch.listener';
import { BatchRepository } from './batch.repository';
import { BatchService } from './batch.service';
import { BookService } from './book.service';
import { DraftService } from './draft.service';
import { DueService } from './due.service';
import { PayoutController } from './payout.controller';
import { PayoutRepository } from './payout.repository';
import { PayoutService } from './payout.service';
import { RailRegistry } from './rails/rail-registry.service';
import { SandboxController } from './rails/sandbox.controller';
import { SANDBOX_OPTIONS, SandboxRail, type SandboxOptions } from './rails/sandbox.rail';
import { SandboxService } from './rails/sandbox.service';
import { TransferRepository } from './rails/transfer.repository';
import { RecipientRepository } from './recipients/recipient.repository';
import { AttemptLog } from './sending/attempt-log.service';
import { AttemptRepository } from './sending/attempt.repository';
import { PayoutProcessor } from './sending/payout.processor';
import { SendingService } from './sending/sending.service';
import { StatementController } from './statements/statement.controller';
import { StatementService } from './statements/statement.service';
import { ViewService } from './view.service';

/** Long enough for an operator to make a transfer fail, short enough to watch one arrive. */
const SANDBOX: SandboxOptions = { settleAfterMs: 3 * SECOND };

@Module({
  imports: [AccessModule, AuditModule, LedgerModule, CompensationModule],
  controllers: [BatchController, PayoutController, StatementController, SandboxController],
  providers: [
    BatchRepository,
    PayoutRepository,
    AttemptRepository,
    BookService,
    DueService,
    DraftService,
    BatchService,
    PayoutBatchListener,
    PayoutService,
    SendingService,
    PayoutProcessor,
    StatementService,
    ViewService,
    TransferRepository,
    SandboxRail,
    SandboxService,
    { provide: SANDBOX_OPTIONS, useValue: SANDBOX },
    RailRegistry,
    RecipientRepository,
    AttemptLog,
  ],
})
export class PayoutsModule {}
