import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { SELECTION_WAYS, type SelectionWay } from '../../program';
import { answersSchema, FIELD_KINDS, LONGEST_TEXT, type FieldKind, type Form } from '../domain/form';
import { CriterionShape } from './rubric.dto';

/** A condition for taking part, checked before anybody writes an application. */
export class EligibilityShape {
  /** Answers that meet it: options, or `yes` and `no`. For numbers the bounds say it. */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  wants: string[];

  /** What somebody reads who does not meet it. */
  @IsString()
  @MaxLength(500)
  says: string;
}

/** One question of a form. */
export class FormFieldShape {
  /** Name of the answer, unique in the form: lower-case letters, digits and _. */
  @IsString()
  @MaxLength(41)
  key: string;

  /** The question. */
  @IsString()
  @MaxLength(300)
  label: string;

  /** A sentence below it. */
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @MaxLength(500)
  help: string = '';

  @ApiProperty({ enum: FIELD_KINDS })
  @IsIn(FIELD_KINDS)
  kind: FieldKind;

  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  isRequired: boolean = false;

  /** Characters at most, for texts. */
  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_TEXT)
  maxLength: number | null = null;

  /** Least number. */
  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsInt()
  @Min(-1_000_000_000)
  @Max(1_000_000_000)
  min: number | null = null;

  /** Greatest number. */
  @ApiProperty({ type: Number, nullable: true, required: false })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 0 })
  @Min(-1_000_000_000)
  @Max(1_000_000_000)
  max: number | null = null;

  /** What can be chosen. */
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  options: string[] = [];

  /** Whether reviewers see the answer. Questions about who somebody is are for the programme only. */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  isBlind: boolean = true;

  @ApiProperty({ type: EligibilityShape, nullable: true, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => EligibilityShape)
  eligibility: EligibilityShape | null = null;
}

/** The content of a form, written and read. */
export class FormShape {
  /** What stands above the questions. */
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @MaxLength(2_000)
  intro: string = '';

  /** The questions, in their order. */
  @ApiProperty({ type: FormFieldShape, isArray: true })
  @IsArray()
  @ArrayMaxSize(60)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => FormFieldShape)
  fields: FormFieldShape[];

  /** By what applications are scored; applicants read it. */
  @ApiProperty({ type: CriterionShape, isArray: true })
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(12)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CriterionShape)
  rubric: CriterionShape[] = [];

  /** Files that an application must hold at least. */
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(0)
  @Max(10)
  filesNeeded: number = 0;
}

export class FormBody extends FormShape {
  /** Version that this was written from; 0 for the first. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  basedOn: number;
}

export class FormLintBody extends FormShape {}

export class FormLintView {
  /** What is wrong, in words; empty: it can be published. */
  faults: string[];

  /** The answers as a JSON schema (draft 2020-12). */
  @ApiProperty({ type: 'object', additionalProperties: true })
  schema: Record<string, unknown>;
}

/** A published form. */
export class FormView extends FormShape {
  /** 0: none was published; a statement and links are asked for. */
  version: number;

  /** sha256 of its content. */
  @ApiProperty({ type: String, nullable: true })
  hash: string | null;

  @ApiProperty({ type: String, nullable: true })
  publishedAt: string | null;

  /** The answers as a JSON schema (draft 2020-12). */
  @ApiProperty({ type: 'object', additionalProperties: true })
  schema: Record<string, unknown>;
}

/** What somebody reads before they write an application. */
export class EntryView {
  @ApiProperty({ type: FormView })
  form: FormView;

  /** How artists are selected; null: people decide, nothing more was said. */
  @ApiProperty({ enum: SELECTION_WAYS, nullable: true })
  selection: SelectionWay | null;

  /** What applications are judged by, in words. */
  criteria: string;

  /** People who score each application. */
  reviewers: number;

  /** Last moment to send one. */
  @ApiProperty({ type: String, nullable: true })
  closesAt: string | null;

  /** When a decision is promised for one that is sent now. */
  @ApiProperty({ type: String, nullable: true })
  decideBy: string | null;

  /** Seats that are free. */
  seatsLeft: number;

  /** Who waits already. */
  waiting: number;

  /** Why nobody can apply now, in words; null: it can be done. */
  @ApiProperty({ type: String, nullable: true })
  closedBecause: string | null;
}

export class EligibilityBody {
  /** Answers to the questions that are conditions; others are left aside. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  answers: Record<string, string | number | boolean | string[]>;
}

export class EligibilityView {
  isEligible: boolean;

  /** Why not, one sentence each. */
  reasons: string[];
}

export interface StoredForm {
  readonly id: string;
  readonly programId: string;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly content: Form;
}

export function formView(content: Form, stored: StoredForm | null): FormView {
  return {
    version: stored?.version ?? 0,
    hash: stored?.hash ?? null,
    publishedAt: stored?.publishedAt.toISOString() ?? null,
    intro: content.intro,
    fields: content.fields.map((field) => ({
      ...field,
      options: [...field.options],
      eligibility:
        field.eligibility === null ? null : { ...field.eligibility, wants: [...field.eligibility.wants] },
    })),
    rubric: content.rubric.map((criterion) => ({ ...criterion, anchors: [...criterion.anchors] })),
    filesNeeded: content.filesNeeded,
    schema: { ...answersSchema(content) },
  };
}

/** What is published of a body: every member that a form has, texts trimmed. */
export function formOf({ intro, fields, rubric, filesNeeded }: FormLintBody): Form {
  return {
    intro: intro.trim(),
    filesNeeded,
    rubric: rubric.map(({ key, title, weight, anchors }) => ({ key, title, weight, anchors: [...anchors] })),
    fields: fields.map((field) => ({
      key: field.key,
      label: field.label.trim(),
      help: field.help.trim(),
      kind: field.kind,
      isRequired: field.isRequired,
      maxLength: field.maxLength,
      min: field.min,
      max: field.max,
      options: field.options.map((option) => option.trim()),
      isBlind: field.isBlind,
      eligibility:
        field.eligibility === null
          ? null
          : { wants: [...field.eligibility.wants], says: field.eligibility.says.trim() },
    })),
  };
}
