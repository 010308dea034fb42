import { ApiProperty } from '@nestjs/swagger';
import { MADE_WITH, type MadeWith } from '../../generation';
import { AUDIENCE_NAMES, LABEL_NAMES, type Audience, type Label } from '../domain/audience';

/** A published work, as everybody sees it. */
export class WorkView {
  /** `wrk_…` */
  id: string;

  /** Last part of its address. */
  slug: string;

  /** Link to share, relative to the portal's address. */
  link: string;

  /** Title. */
  title: string;

  /** What the artist says about it. */
  description: string;

  /** The artist's name. */
  credit: string;

  @ApiProperty({ enum: LABEL_NAMES, isArray: true })
  labels: Label[];

  @ApiProperty({
    enum: AUDIENCE_NAMES,
    description: 'wide works stand in the gallery, the others are reached by link.',
  })
  audience: Audience;

  /** What made the pictures: a generative model, or a formula without one. `null`: not known. Said wherever it is shown. */
  @ApiProperty({ enum: MADE_WITH, nullable: true })
  madeWith: MadeWith | null;

  /** MP4; range requests are answered. */
  videoUrl: string;

  /** Still image. */
  posterUrl: string;

  /** Whether the artist shows it. */
  isListed: boolean;

  /** ISO date-time. */
  publishedAt: string;
}

export class WorkPage {
  @ApiProperty({ type: [WorkView] })
  items: readonly WorkView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
