import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { PAGE_LIMIT } from '../../kernel/page';

/** Query of every list. Extend it with a list's own filters. */
export class PageQuery {
  /** Opaque position from the previous page's `next`. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;

  /** Rows of one page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT)
  limit: number = 25;
}
