import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { FAREWELL_NAMES, type Farewell } from '../domain/farewell';
import { WorkView } from './work.dto';

export const STANDINGS = ['gallery', 'by_link', 'unlisted', 'taken_down'] as const;
export type Standing = (typeof STANDINGS)[number];

/** One's own work, with what only its artist sees. */
export class OwnWorkView extends WorkView {
  /** Where it stands: in the gallery, reached by its link, taken out by you, or taken down by a decision. */
  @ApiProperty({ enum: STANDINGS })
  standing: Standing;

  /** With the statement of reasons, if it was taken down, and the way to appeal. */
  submissionId: string;

  programId: string;

  /** Links for the press that are open. */
  pressLinks: number;
}

export class OwnWorkPage {
  @ApiProperty({ type: [OwnWorkView] })
  items: readonly OwnWorkView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class FarewellView {
  programId: string;

  /** What becomes of your works there when you leave. */
  @ApiProperty({ enum: FAREWELL_NAMES })
  choice: Farewell;

  /** What it means. */
  says: string;

  /** Whether you have left: a change then takes effect at once. */
  hasLeft: boolean;
}

export class FarewellList {
  @ApiProperty({ type: [FarewellView] })
  items: readonly FarewellView[];
}

export class FarewellInput {
  @ApiProperty({ enum: FAREWELL_NAMES })
  @IsIn(FAREWELL_NAMES)
  choice: Farewell;
}
