import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, MaxLength } from 'class-validator';

export class MembersBody {
  /** Ids of the enrollments that are admitted together; all of them or none. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  enrollmentIds: string[];
}

/** How full a cohort is. */
export class MembersView {
  /** Id of the cohort. */
  cohortId: string;

  /** Seats. */
  capacity: number;

  /** Seats taken. */
  taken: number;
}
