import { ApiProperty } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { MoneyView } from '../../../platform/http/money.dto';
import { CATEGORIES, type Category } from '../domain/categories';
import { TAX_FORM_STATES, type TaxFormState } from '../domain/tax-form.workflow';
import { PAY_BLOCKS, type PayBlock } from '../domain/tax-gate';
import { TAX_FORM_KINDS, TAX_REGIMES, type TaxFormKind, type TaxRegime } from '../domain/tax-rules';

const COUNTRY = { message: 'must be a country of two capital letters, such as DE' };
const DAY = { message: 'must be a day such as 2026-03-31' };
const BLOCKS = Object.keys(PAY_BLOCKS);

export class ResidenceBody {
  /** Country of tax residence, ISO 3166-1 alpha-2. */
  @Matches(/^[A-Z]{2}$/, COUNTRY)
  country: string;

  /** A citizen or resident of the United States, for its tax office. */
  @IsBoolean()
  isUsPerson: boolean;
}

export class ResidenceView {
  /** Country of tax residence. */
  country: string;

  /** A citizen or resident of the United States, for its tax office. */
  isUsPerson: boolean;
}

export class TaxFormBody {
  @ApiProperty({ enum: TAX_FORM_KINDS })
  @IsIn(TAX_FORM_KINDS)
  kind: TaxFormKind;

  /** Name as the tax office knows it. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  legalName: string;

  /** Address of residence. */
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  address: string;

  /** The last four characters of the tax number. More is refused: Atelier keeps no tax numbers. */
  @Matches(/^[A-Za-z0-9]{4}$/, {
    message: 'must be the last four characters only: Atelier keeps no tax numbers. Nothing of it was kept',
  })
  @ApiProperty({ example: '6789' })
  numberEnd: string;

  /** Date of birth, where the form asks for it. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, DAY)
  bornOn?: string;

  /** The day of the signature. */
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, DAY)
  @ApiProperty({ example: '2026-01-15' })
  signedOn: string;

  /** Where the signed form itself is kept, such as a number of the vault. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reference?: string;

  /** The country whose treaty is claimed. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, COUNTRY)
  treatyCountry?: string;

  /** The rate of the treaty, in hundredths of a percent. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(3_000)
  treatyRate?: number;
}

/** A form, without who its owner is before the tax office. */
export class TaxFormView {
  id: string;

  /** Whose. */
  personId: string;

  @ApiProperty({ enum: TAX_FORM_KINDS })
  kind: TaxFormKind;

  /** What it is. */
  says: string;

  @ApiProperty({ enum: TAX_FORM_STATES })
  state: TaxFormState;

  /** Why it was rejected. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true })
  treatyCountry: string | null;

  /** Hundredths of a percent. */
  @ApiProperty({ type: Number, nullable: true })
  treatyRate: number | null;

  @ApiProperty({ type: String, nullable: true })
  reference: string | null;

  @ApiProperty({ type: String, nullable: true })
  signedOn: string | null;

  /** When it stops to be valid; `null`: only when something changes. */
  @ApiProperty({ type: String, nullable: true })
  expiresAt: string | null;

  updatedAt: string;

  /** What you may do with it now. */
  @ApiProperty({ type: String, isArray: true })
  available: string[];
}

/** A form with what it says. */
export class TaxFormDetailView extends TaxFormView {
  @ApiProperty({ type: String, nullable: true })
  legalName: string | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  /** The last four characters of the number, after dots. */
  @ApiProperty({ type: String, nullable: true })
  number: string | null;

  @ApiProperty({ type: String, nullable: true })
  bornOn: string | null;
}

/** A programme whose money waits for a form. */
export class PayBlockView {
  programId: string;

  /** `null` in one's own list when nothing stands in the way. */
  @ApiProperty({ enum: BLOCKS })
  block: PayBlock;

  /** The same as a sentence. */
  says: string;
}

/** One's own tax page. */
export class MyTaxView {
  @ApiProperty({ type: ResidenceView, nullable: true })
  residence: ResidenceView | null;

  @ApiProperty({ type: TaxFormDetailView, isArray: true })
  forms: TaxFormDetailView[];

  /** What keeps money from being paid now; empty: nothing does. */
  @ApiProperty({ type: PayBlockView, isArray: true })
  blocks: PayBlockView[];

  /** Forms that one's programmes and residence may ask for. */
  @ApiProperty({ enum: TAX_FORM_KINDS, isArray: true })
  kinds: TaxFormKind[];
}

export class ThresholdView {
  @ApiProperty({ enum: TAX_REGIMES })
  regime: TaxRegime;

  /** What is reported once it is reached. */
  report: string;

  @ApiProperty({ enum: CATEGORIES })
  category: Category;

  fromYear: number;

  /** `null`: until further notice. */
  @ApiProperty({ type: Number, nullable: true })
  untilYear: number | null;

  /** Of a calendar year; 0: any amount. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** Whether exactly this amount counts as reached. */
  isInclusive: boolean;

  /** Where the line is from. */
  source: string;
}

export class TaxFormRuleView {
  @ApiProperty({ enum: TAX_FORM_KINDS })
  kind: TaxFormKind;

  says: string;

  source: string;
}

export class TaxRulesView {
  @ApiProperty({ type: ThresholdView, isArray: true })
  thresholds: ThresholdView[];

  @ApiProperty({ type: TaxFormRuleView, isArray: true })
  forms: TaxFormRuleView[];

  /** What no table says. */
  notes: string[];
}
