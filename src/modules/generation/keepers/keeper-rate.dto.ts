import { ApiProperty } from '@nestjs/swagger';

export class KeeperRateView {
  /** Style, model or id of the artist; empty for all together. */
  key: string;
  /** Clips that were tried: succeeded, failed, refused or stopped. */
  attempts: number;
  /** Of these, marked usable. */
  keepers: number;
  /** Rendering time of all attempts. */
  minutes: number;
  /** Credits spent on them. */
  credits: number;
  /** `null` while there is no keeper. */
  @ApiProperty({ type: Number, nullable: true })
  attemptsPerKeeper: number | null;
  @ApiProperty({ type: Number, nullable: true })
  minutesPerKeeper: number | null;
  @ApiProperty({ type: Number, nullable: true })
  creditsPerKeeper: number | null;
}

export class KeeperRatesView {
  /** Own clips, or those of everybody. */
  @ApiProperty({ enum: ['own', 'everybody'] })
  of: 'own' | 'everybody';
  @ApiProperty({ type: KeeperRateView })
  all: KeeperRateView;
  @ApiProperty({ type: [KeeperRateView] })
  byStyle: KeeperRateView[];
  @ApiProperty({ type: [KeeperRateView] })
  byModel: KeeperRateView[];
  /** Only for staff; most attempts first. */
  @ApiProperty({ type: [KeeperRateView] })
  byArtist: KeeperRateView[];
}

export class ProjectView {
  /** As it was written at submit. */
  name: string;
  /** Clips under it, ended or not. */
  clips: number;
  /** Of these, marked usable. */
  keepers: number;
  /** When the last one was submitted, RFC 3339. */
  lastAt: string;
}

export class ProjectListView {
  @ApiProperty({ type: [ProjectView] })
  items: ProjectView[];
}
