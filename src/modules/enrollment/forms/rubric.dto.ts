import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

/** One criterion, in what a manager writes and in what everybody reads. */
export class CriterionShape {
  /** Short name, unique among them. */
  @Matches(/^[a-z][a-z0-9_]{0,30}$/)
  key: string;

  @IsString()
  @MinLength(1)
  @MaxLength(120)
  title: string;

  /** Whole percent; the weights sum to 100. */
  @IsInt()
  @Min(1)
  @Max(100)
  weight: number;

  /** What each score means, from 1 to 5. */
  @IsArray()
  @ArrayMinSize(5)
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(300, { each: true })
  anchors: string[];
}
