import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { FeedbackModule } from '../feedback';
import { LedgerModule } from '../ledger';
import { ProgramModule } from '../program';
import { ByCardController } from './by-card/by-card.controller';
import { ByCardService } from './by-card/by-card.service';
import { CompensationService } from './compensation.service';
import { DaysToCashService } from './days-to-cash.service';
import { CorrectionViewService } from './corrections/correction-view.service';
import { RedressModule } from '../redress';
import { CorrectionEffectService } from './corrections/correction-effect.service';
import { CorrectionListener } from './corrections/correction.listener';
import { CorrectionController } from './corrections/correction.controller';
import { CorrectionRepository } from './corrections/correction.repository';
import { CorrectionService } from './corrections/correction.service';
import { ReversalService } from './corrections/reversal.service';
import { EarningController } from './earning.controller';
import { EarningListener } from './earning.listener';
import { EarningProcessor } from './earning.processor';
import { EarningRepository } from './earning.repository';
import { EarningService } from './earning.service';
import { EarningViewService } from './earning-view.service';
import { EarningExportController } from './exports/export.controller';
import { EarningExportService } from './exports/export.service';
import { AnswerExportService } from './exports/answer-export.service';
import { FeedbackExportController } from './exports/feedback-export.controller';
import { FeedbackExportService } from './exports/feedback-export.service';
import { FeedbackPayRepository } from './exports/feedback-pay.repository';
import { EarningFundingService } from './funding.service';
import { LateService } from './late.service';
import { PayTermsService } from './pay-terms.service';
import { PromiseRepository } from './promises/promise.repository';
import { TaskListener } from './tasks/task.listener';
import { TaskPayService } from './tasks/task-pay.service';
import { VoidService } from './tasks/void.service';
import { AssessmentService } from './tax/assessment.service';
import { IdentityReader } from './tax/identity-reader.service';
import { IdentitySealing } from './tax/identity.service';
import { MyTaxPage } from './tax/my-tax-page.service';
import { MyTaxService } from './tax/my-tax.service';
import { PayGateService } from './tax/pay-gate.service';
import { RemittanceRepository } from './tax/remittance.repository';
import { TaxController } from './tax/tax.controller';
import { TaxDeskController } from './tax/tax-desk.controller';
import { TaxDeskService } from './tax/tax-desk.service';
import { TaxFormRepository } from './tax/tax-form.repository';
import { TaxFormService } from './tax/tax-form.service';
import { TaxRepository } from './tax/tax.repository';
import { TaxSettingsService } from './tax/tax-settings.service';

const EARNINGS = [
  PromiseRepository,
  EarningRepository,
  EarningFundingService,
  PayTermsService,
  EarningService,
  LateService,
  CompensationService,
  DaysToCashService,
  EarningViewService,
  EarningExportService,
  FeedbackExportService,
  AnswerExportService,
  FeedbackPayRepository,
  EarningListener,
  EarningProcessor,
  ByCardService,
  CorrectionRepository,
  CorrectionService,
  CorrectionViewService,
  CorrectionEffectService,
  CorrectionListener,
  ReversalService,
  TaskPayService,
  VoidService,
  TaskListener,
];

const TAX = [
  TaxRepository,
  TaxFormRepository,
  RemittanceRepository,
  IdentitySealing,
  IdentityReader,
  PayGateService,
  AssessmentService,
  TaxFormService,
  MyTaxPage,
  MyTaxService,
  TaxDeskService,
  TaxSettingsService,
];

/** What artists are owed: rate-card rules, earnings, corrections, tax. */
@Module({
  imports: [AccessModule, AuditModule, LedgerModule, ProgramModule, FeedbackModule, RedressModule],
  controllers: [
    EarningController,
    EarningExportController,
    FeedbackExportController,
    CorrectionController,
    ByCardController,
    TaxController,
    TaxDeskController,
  ],
  providers: [...EARNINGS, ...TAX],
  exports: [CompensationService, DaysToCashService, PayGateService],
})
export class CompensationModule {}
