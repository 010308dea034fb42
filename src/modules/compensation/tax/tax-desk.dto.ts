import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { CURRENCIES, LARGEST_AMOUNT, type Currency } from '../../../kernel/money';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { TAX_FORM_STATES, type TaxFormState } from '../domain/tax-form.workflow';
import { TAX_FORM_KINDS, TAX_REGIMES, type TaxFormKind, type TaxRegime } from '../domain/tax-rules';
import { PayBlockView, TaxFormView } from './tax.dto';

const COUNTRY = { message: 'must be a country of two capital letters, such as DE' };

export class StaffTaxFormView extends TaxFormView {
  /** Whose it is, as they are called here. */
  personName: string;
}

export class TaxFormPage {
  @ApiProperty({ type: StaffTaxFormView, isArray: true })
  items: StaffTaxFormView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class TaxFormQuery extends PageQuery {
  @ApiProperty({ enum: TAX_FORM_STATES, required: false })
  @IsOptional()
  @IsIn(TAX_FORM_STATES)
  state?: TaxFormState;

  /** Only this person's. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  personId?: string;
}

const DESK_VERBS = ['accept', 'reject', 'request'] as const;

export class TaxFormVerbParams {
  @IsString()
  @MaxLength(60)
  id: string;

  @ApiProperty({ enum: DESK_VERBS })
  @IsIn(DESK_VERBS)
  verb: (typeof DESK_VERBS)[number];
}

export class TaxFormVerbBody {
  /** For `reject`: what is wrong, for whoever handed it in. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class TaxRequestBody {
  /** Who is asked. */
  @IsString()
  @MaxLength(64)
  personId: string;

  @ApiProperty({ enum: TAX_FORM_KINDS })
  @IsIn(TAX_FORM_KINDS)
  kind: TaxFormKind;
}

export class MissingFormView extends PayBlockView {
  personId: string;

  personName: string;

  /** The form to ask for; `null` while the residence is not known. */
  @ApiProperty({ enum: TAX_FORM_KINDS, nullable: true })
  kind: TaxFormKind | null;

  /** What waits. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;
}

export class MissingFormListView {
  @ApiProperty({ type: MissingFormView, isArray: true })
  items: MissingFormView[];
}

export class ProgramFilterQuery {
  /** Only of this programme. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  programId?: string;
}

export class TaxSettingsBody {
  /** `none`: no form is asked for. */
  @ApiProperty({ enum: TAX_REGIMES })
  @IsIn(TAX_REGIMES)
  regime: TaxRegime;

  /** Where whoever pays is, ISO 3166-1 alpha-2. */
  @Matches(/^[A-Z]{2}$/, COUNTRY)
  @ApiProperty({ example: 'US' })
  payerCountry: string;
}

export class TaxSettingsView {
  programId: string;

  @ApiProperty({ enum: TAX_REGIMES })
  regime: TaxRegime;

  /** `null`: never said. */
  @ApiProperty({ type: String, nullable: true })
  payerCountry: string | null;

  /** Withheld and not passed on yet, by currency; only what is not zero. */
  @ApiProperty({ type: MoneyView, isArray: true })
  withheld: MoneyView[];
}

export class RemittanceBody {
  /** Minor units. */
  @IsInt()
  @Min(1)
  @Max(LARGEST_AMOUNT)
  amount: number;

  @ApiProperty({ enum: Object.keys(CURRENCIES) })
  @IsIn(Object.keys(CURRENCIES))
  currency: Currency;

  /** Which payment to which office it was. */
  @IsString()
  @MinLength(3)
  @MaxLength(300)
  note: string;
}

export class RemittanceView {
  id: string;

  programId: string;

  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  note: string;

  postedBy: string;

  at: string;
}

export class RemittanceListView {
  @ApiProperty({ type: RemittanceView, isArray: true })
  items: RemittanceView[];
}
