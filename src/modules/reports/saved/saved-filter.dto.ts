import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsString, Length, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { READING_KEYS } from '../domain/catalogue';
import { ReadingFilters } from '../readings/reading.dto';

export class NewSavedFilterInput {
  /** Of which reading. */
  @ApiProperty({ enum: READING_KEYS })
  @IsString()
  @Matches(/^[a-z]{1,30}$/)
  reading: string;

  @IsString()
  @Length(1, 80)
  name: string;

  @ApiProperty({ type: ReadingFilters })
  @ValidateNested()
  @Type(() => ReadingFilters)
  filters: ReadingFilters;

  /** Whether everybody who reads the books sees it. */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  isShared?: boolean;
}

export class SavedFilterChange {
  @IsBoolean()
  isShared: boolean;
}

export class SavedFilterView {
  id: string;

  reading: string;

  name: string;

  /** As in the query of the reading. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  filters: Record<string, string>;

  isShared: boolean;

  /** Whether it is yours to change. */
  isMine: boolean;
}

export class SavedFilterList {
  /** Yours and the shared ones. */
  @ApiProperty({ type: SavedFilterView, isArray: true })
  items: SavedFilterView[];
}
