import { ApiProperty } from '@nestjs/swagger';

/** The clip as a reviewer needs it. */
export class ClipView {
  /** MP4; range requests are answered. */
  videoUrl: string;

  /** Still image. */
  posterUrl: string;

  /** Contact sheet. */
  sheetUrl: string;

  /** Length. */
  seconds: number;

  /** Pixels. */
  width: number;

  /** Pixels. */
  height: number;

  /** Frames per second, for stepping. */
  fps: number;

  /** What was asked for. */
  prompt: string;

  /** Style it was made in. */
  style: string;
}

/** Another clip that the one under review can be laid beside. */
export class ComparableView {
  /** `draft`: it was finished from this. `source`: it was made from this. `earlier`: handed in before. */
  @ApiProperty({ enum: ['draft', 'source', 'earlier'] })
  kind: 'draft' | 'source' | 'earlier';

  /** Title under which it was handed in; the prompt of what never was. */
  title: string;

  @ApiProperty({ type: ClipView })
  clip: ClipView;
}
