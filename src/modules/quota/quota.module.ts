import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment';
import { LedgerModule } from '../ledger';
import { ProgramModule } from '../program';
import { BalanceService } from './balance.service';
import { ChargeRepository } from './charge.repository';
import { CreditsListener } from './credits.listener';
import { QuotaController } from './quota.controller';
import { QuotaService } from './quota.service';

@Module({
  imports: [EnrollmentModule, LedgerModule, ProgramModule],
  controllers: [QuotaController],
  providers: [QuotaService, BalanceService, ChargeRepository, CreditsListener],
  exports: [QuotaService],
})
export class QuotaModule {}
