import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

/** A filter of the queue under a name. */
export class SavedFilter {
  @IsString()
  @Length(1, 60)
  name: string;

  /** As in the address of the queue, such as `risk=high&part=late`. */
  @IsString()
  @Matches(/^[\w=&.%~-]{0,400}$/, { message: 'a filter is the part of the address after the question mark' })
  search: string;
}

/** How one reviewer has set up their own desk. Nobody else reads it. */
export class DeskSettings {
  /** Pictures are blurred until one asks for them. */
  @IsBoolean()
  blur: boolean;

  /** Sound is off until one asks for it. */
  @IsBoolean()
  mute: boolean;

  /** Pictures are grey. */
  @IsBoolean()
  grey: boolean;

  /** Single keys act. */
  @IsBoolean()
  keys: boolean;

  /** Minutes after which a break is suggested; 0: never. */
  @IsInt()
  @Min(0)
  @Max(240)
  breakMinutes: number;

  @ApiProperty({ type: [SavedFilter] })
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => SavedFilter)
  filters: SavedFilter[];
}

/** Before anything is chosen: sound off, a break after fifty minutes. */
export const PLAIN_DESK: DeskSettings = {
  blur: false,
  mute: true,
  grey: false,
  keys: true,
  breakMinutes: 50,
  filters: [],
};
