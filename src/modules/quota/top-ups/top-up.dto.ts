import { Transform } from 'class-transformer';
import { IsInt, IsString, Length, Max, Min } from 'class-validator';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;

export class TopUpBody {
  /** Extra credits; they do not expire. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  credits: number;

  /** Why; the artist reads it. */
  @Transform(trimmed)
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class TopUpView {
  /** `top_…` */
  id: string;
  /** Who got them. */
  enrollmentId: string;
  /** How many. */
  credits: number;
  /** Why. */
  reason: string;
}
