import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Env } from './env';
import { KeySettings } from './key-settings';

/** The account from which bank files pay; docs/payouts.md tells more. */
export abstract class BankSettings extends KeySettings {
  @Env('BANK_FILE_NAME', 'Who pays by bank file, as the bank knows the account holder.', '')
  @IsOptional()
  @IsString()
  @MaxLength(70)
  bankName?: string;

  @Env('BANK_FILE_IBAN', 'Account from which SEPA files pay in EUR. Empty: no SEPA files.', '')
  @IsOptional()
  @Matches(/^[A-Z]{2}\d{2}[A-Z0-9 ]{10,38}$/, { message: 'must be an IBAN' })
  bankIban?: string;

  @Env('BANK_FILE_BIC', 'BIC of that bank, where it asks for one.', '')
  @IsOptional()
  @Matches(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/, { message: 'must be a BIC of 8 or 11 characters' })
  bankBic?: string;

  @Env(
    'BANK_FILE_ACH_ROUTING',
    'Routing number of the bank that takes ACH files in USD. Empty: no ACH files.',
    '',
  )
  @IsOptional()
  @Matches(/^\d{9}$/, { message: 'must have nine digits' })
  achRouting?: string;

  @Env('BANK_FILE_ACH_COMPANY_ID', 'The ten characters by which that bank knows the company.', '')
  @IsOptional()
  @Matches(/^[A-Z0-9 ]{1,10}$/, { message: 'must have at most ten characters' })
  achCompanyId?: string;

  @Env('BANK_FILE_ACH_BANK_NAME', 'Name of that bank.', '')
  @IsOptional()
  @IsString()
  @MaxLength(23)
  achBankName?: string;
}
