import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsString, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { READING_KEYS } from '../domain/catalogue';
import {
  EXPORT_FORMATS,
  EXPORT_STATES,
  JOURNAL,
  type ExportFormat,
  type ExportState,
  type ExportVerb,
} from '../domain/export.workflow';
import { ReadingFilters } from '../readings/reading.dto';

export class NewExportInput {
  /** Which reading, or `journal`: the whole ledger. */
  @ApiProperty({ enum: [...READING_KEYS, JOURNAL] })
  @IsString()
  @Matches(/^[a-z]{1,30}$/)
  reading: string;

  /** The journal is hledger or beancount; a reading csv, xlsx or json. */
  @ApiProperty({ enum: EXPORT_FORMATS })
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;

  /** Names of the columns: for programs or for people. */
  @ValidateIf((_, value) => value !== undefined)
  @ApiProperty({ enum: ['machine', 'human'], required: false })
  @IsIn(['machine', 'human'])
  header?: 'machine' | 'human';

  /** Only what fits. */
  @ValidateIf((_, value) => value !== undefined)
  @ApiProperty({ type: ReadingFilters, required: false })
  @ValidateNested()
  @Type(() => ReadingFilters)
  filters?: ReadingFilters;
}

export class ExportTotalView {
  currency: string;

  rows: number;

  /** By column, in minor units. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  sums: Readonly<Record<string, string>>;
}

export class ExportView {
  id: string;

  /** Who asked for it. */
  personId: string;

  person: string;

  reading: string;

  @ApiProperty({ enum: EXPORT_FORMATS })
  format: ExportFormat;

  /** As they were asked for. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  filters: Record<string, string>;

  @ApiProperty({ enum: EXPORT_STATES })
  state: ExportState;

  /** Rows that it will have; `null` until they are counted. */
  @ApiProperty({ type: Number, nullable: true })
  rowsTotal: number | null;

  /** Rows that are written. */
  rowsDone: number;

  /** What adding up the file must give. */
  @ApiProperty({ type: ExportTotalView, isArray: true })
  totals: ExportTotalView[];

  @ApiProperty({ type: Number, nullable: true })
  bytes: number | null;

  /** Of the whole file, hex. */
  @ApiProperty({ type: String, nullable: true })
  sha256: string | null;

  /** Why it failed. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  createdAt: string;

  /** The file is there until then. */
  @ApiProperty({ type: String, nullable: true })
  expiresAt: string | null;

  /** Steps that you may take. */
  @ApiProperty({ enum: ['cancel'], isArray: true })
  available: ExportVerb[];
}

export class ExportPage {
  @ApiProperty({ type: ExportView, isArray: true })
  items: ExportView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
