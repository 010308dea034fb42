/** Settings of an installation that pays by bank file, in EUR and USD. */
export const BANK_ENV = {
  BANK_FILE_NAME: 'Atelier Films',
  BANK_FILE_IBAN: 'DE89370400440532013000',
  BANK_FILE_BIC: 'COBADEFFXXX',
  BANK_FILE_ACH_ROUTING: '021000021',
  BANK_FILE_ACH_COMPANY_ID: '1234567890',
} as const;

/** A payee’s account of the right check digits. */
export const IBAN = 'GB29 NWBK 6016 1331 9268 19';
