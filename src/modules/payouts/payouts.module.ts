import { Module } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { CompensationModule } from '../compensation';
import { LedgerModule } from '../ledger';
import { ProgramModule } from '../program';
import { BatchController } from './batch.controller';
import { PayoutBatchListener } from './batch.listener';
import { BatchRepository } from './batch.repository';
import { BatchService } from './batch.service';
import { BookService } from './book.service';
import { DraftLines } from './drafting/draft-lines.service';
import { DraftService } from './drafting/draft.service';
import { DraftRepository } from './drafting/draft.repository';
import { InsideRepository } from './drafting/inside.repository';
import { AccountWatch } from './news/account-watch.service';
import { NewsController } from './news/news.controller';
import { NewsProcessor } from './news/news.processor';
import { NewsRepository } from './news/news.repository';
import { NewsService } from './news/news.service';
import { PayoutController } from './payout.controller';
import { PayoutRepository } from './payout.repository';
import { PayoutService } from './payout.service';
import { LeftOutService } from './preview/left-out.service';
import { PreviewController } from './preview/preview.controller';
import { PreviewRepository } from './preview/preview.repository';
import { PreviewService } from './preview/preview.service';
import { BankAccountRepository } from './rails/bank-account.repository';
import { BankFileController } from './rails/bank-file.controller';
import { BankFileRail } from './rails/bank-file.rail';
import { BankFileRepository } from './rails/bank-file.repository';
import { BankFileService } from './rails/bank-file.service';
import { BankOrderRepository } from './rails/bank-order.repository';
import { BankPaperService } from './rails/bank-paper.service';
import { BankVault } from './rails/bank-vault.service';
import { BankWordService } from './rails/bank-word.service';
import { RailController } from './rails/rail.controller';
import { RailRegistry } from './rails/rail-registry.service';
import { SandboxController } from './rails/sandbox.controller';
import { SANDBOX_OPTIONS, SandboxRail, type SandboxOptions } from './rails/sandbox.rail';
import { SandboxService } from './rails/sandbox.service';
import { TransferRepository } from './rails/transfer.repository';
import { FindingBook } from './reconciliation/finding-book.service';
import { FindingRepository } from './reconciliation/finding.repository';
import { FindingService } from './reconciliation/finding.service';
import { ReconciliationController } from './reconciliation/reconciliation.controller';
import { ReconciliationProcessor } from './reconciliation/reconciliation.processor';
import { ReconciliationService } from './reconciliation/reconciliation.service';
import { RunRepository } from './reconciliation/run.repository';
import { RecipientRepository } from './recipients/recipient.repository';
import { RecipientController } from './recipients/recipient.controller';
import { RecipientStandingService } from './recipients/recipient-standing.service';
import { RecipientService } from './recipients/recipient.service';
import { ReversalController } from './reversals/reversal.controller';
import { ReversalProcessor } from './reversals/reversal.processor';
import { ReversalRepository } from './reversals/reversal.repository';
import { ReversalService } from './reversals/reversal.service';
import { TakingBackService } from './reversals/taking-back.service';
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
  imports: [AccessModule, AuditModule, LedgerModule, ProgramModule, CompensationModule],
  controllers: [
    BatchController,
    PayoutController,
    PreviewController,
    ReversalController,
    RecipientController,
    BankFileController,
    StatementController,
    SandboxController,
    RailController,
    NewsController,
    ReconciliationController,
  ],
  providers: [
    BatchRepository,
    PayoutRepository,
    AttemptRepository,
    BookService,
    InsideRepository,
    DraftRepository,
    DraftLines,
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
    AccountWatch,
    NewsRepository,
    NewsService,
    NewsProcessor,
    RunRepository,
    FindingRepository,
    FindingBook,
    FindingService,
    ReconciliationService,
    ReconciliationProcessor,
    PreviewRepository,
    PreviewService,
    LeftOutService,
    ReversalRepository,
    ReversalService,
    TakingBackService,
    ReversalProcessor,
    RecipientStandingService,
    RecipientService,
    BankVault,
    BankAccountRepository,
    BankOrderRepository,
    BankFileRepository,
    BankFileRail,
    BankPaperService,
    BankFileService,
    BankWordService,
  ],
  exports: [StatementService],
})
export class PayoutsModule {}
