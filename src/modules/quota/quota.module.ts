import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment';
import { LedgerModule } from '../ledger';
import { ProgramModule } from '../program';
import { AuditModule } from '../audit';
import { BalanceService } from './balance.service';
import { ChargeRepository } from './charge.repository';
import { CreditsListener } from './credits.listener';
import { QuotaController } from './quota.controller';
import { GoodwillRepository } from './goodwill/goodwill.repository';
import { GoodwillService } from './goodwill/goodwill.service';
import { PictureController } from './picture/picture.controller';
import { PictureService } from './picture/picture.service';
import { MakeGoodListener } from './make-good/make-good.listener';
import { QuotaService } from './quota.service';
import { TopUpController } from './top-ups/top-up.controller';
import { TopUpService } from './top-ups/top-up.service';
import { PurseRepository } from './windows/purse.repository';
import { WindowProcessor } from './windows/window.processor';
import { WindowService } from './windows/window.service';

@Module({
  imports: [AuditModule, EnrollmentModule, LedgerModule, ProgramModule],
  controllers: [QuotaController, PictureController, TopUpController],
  providers: [
    QuotaService,
    BalanceService,
    ChargeRepository,
    CreditsListener,
    GoodwillRepository,
    GoodwillService,
    PictureService,
    MakeGoodListener,
    PurseRepository,
    TopUpService,
    WindowProcessor,
    WindowService,
  ],
  exports: [QuotaService],
})
export class QuotaModule {}
