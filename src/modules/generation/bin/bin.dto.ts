import { ApiProperty } from '@nestjs/swagger';
import { IsIn, ValidateIf } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { BIN_STATES, type BinState } from '../domain/bin.workflow';

const SHOWN = ['warned', 'binned', 'emptied'] as const satisfies readonly BinState[];

export class BinQuery extends PageQuery {
  /** `warned`: goes into the bin. `binned`: in it. `emptied`: its files are gone. */
  @ApiProperty({ enum: SHOWN, required: false, default: 'binned' })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(SHOWN)
  state: (typeof SHOWN)[number] = 'binned';
}

/** Where the files of a clip are on their way out. */
export class BinNoteView {
  @ApiProperty({ enum: BIN_STATES })
  state: BinState;
  /** `warned`: when it goes into the bin. `binned`: when it goes for good. */
  @ApiProperty({ type: String, nullable: true })
  goesAt: string | null;
}

export class BinLineView extends BinNoteView {
  /** Of the clip. */
  id: string;
  /** The programme whose rule it goes by. */
  programId: string;
  /** What the clip shows. */
  prompt: string;
  seconds: number;
  resolution: string;
  draft: boolean;
  /** What its files take, or took. */
  bytes: number;
  /** A JPEG of one frame; null once its files are gone. */
  @ApiProperty({ type: String, nullable: true })
  poster: string | null;
  /** When it last moved. */
  since: string;
  /** What the caller may do with it now: `restore`, `empty`. */
  @ApiProperty({ type: [String] })
  available: string[];
}

export class BinPage {
  @ApiProperty({ type: [BinLineView] })
  items: BinLineView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export const USE_KINDS = ['keepers', 'needed', 'finals', 'drafts', 'bin', 'pictures'] as const;
export type UseKind = (typeof USE_KINDS)[number];

export class StorageUseLineView {
  /** `needed`: no keeper, but published, offered for sharing, under appeal, part of feedback, or withheld. */
  @ApiProperty({ enum: USE_KINDS })
  kind: UseKind;
  /** Clips, or pictures. */
  count: number;
  bytes: number;
}

/** By what rule the clips of one programme go. */
export class RetentionRuleView {
  programId: string;
  /** Its name. */
  program: string;
  /** Of the published policy; null: nothing is published, and the general rule holds. */
  @ApiProperty({ type: Number, nullable: true })
  version: number | null;
  /** Days from its finish until a final that is no keeper goes into the bin. */
  finalDays: number;
  /** The same for a draft. */
  draftDays: number;
  /** Days from the notice until it goes into the bin. */
  warningDays: number;
  /** Days in the bin. */
  binDays: number;
}

export class StorageUseView {
  /** All of it. */
  bytes: number;
  @ApiProperty({ type: [StorageUseLineView] })
  kinds: StorageUseLineView[];
  @ApiProperty({ type: [RetentionRuleView] })
  rules: RetentionRuleView[];
}
