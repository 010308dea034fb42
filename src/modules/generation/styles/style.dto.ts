import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, Length, Matches } from 'class-validator';
import { STYLE_STATES, type StyleState } from '../domain/style.workflow';

export class StyleRateView {
  /** Clips with this style that were tried. */
  attempts: number;
  /** Of these, marked usable. */
  keepers: number;
  /** Keepers in a hundred attempts; `null` while there are too few to say. */
  @ApiProperty({ type: Number, nullable: true })
  keeperPercent: number | null;
}

export class StyleProviderView {
  /** Key of the renderer. */
  provider: string;
  /** Whether the style says anything to it. */
  isSpoken: boolean;
}

export class StyleView {
  /** `sty_…`, of this version. */
  id: string;
  /** What a request names. */
  key: string;
  /** Rises with every publication. */
  version: number;
  /** As people read it. */
  name: string;
  /** What it looks like. */
  description: string;
  /** Which renderers it speaks to. */
  @ApiProperty({ type: [StyleProviderView] })
  providers: StyleProviderView[];
  /** Of everybody in all programmes. */
  @ApiProperty({ type: StyleRateView })
  rate: StyleRateView;
  /** Own clips only; `null` for who has none. */
  @ApiProperty({ type: StyleRateView, nullable: true })
  ownRate: StyleRateView | null;
}

export class StyleListView {
  @ApiProperty({ type: [StyleView] })
  items: StyleView[];
}

export class StyleVersionView {
  /** `sty_…` */
  id: string;
  /** What a request names. */
  key: string;
  /** Counts from 1. */
  version: number;
  /** As people read it. */
  name: string;
  /** What it looks like. */
  description: string;
  /** How it is said to each provider; `any` to those without a line of their own. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  looks: Record<string, unknown>;
  @ApiProperty({ enum: STYLE_STATES })
  state: StyleState;
  /** RFC 3339. */
  updatedAt: string;
  /** What the caller may do now: `publish`, `retire`, `change`. */
  @ApiProperty({ type: [String] })
  available: string[];
}

export class StyleVersionListView {
  @ApiProperty({ type: [StyleVersionView] })
  items: StyleVersionView[];
}

export class StyleChange {
  @IsString()
  @Length(1, 60, { message: 'must have 1 to 60 characters' })
  name: string;

  @IsString()
  @Length(1, 300, { message: 'must have 1 to 300 characters' })
  description: string;

  /** By provider, or `any`: `prompt` (with `{prompt}`), `negativePrompt`, `parameters`, `look`. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  looks: Record<string, unknown>;
}

export class NewStyleBody extends StyleChange {
  /** A new style, or a new version of one. */
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9-]{1,39}$/, { message: 'must have 2 to 40 small letters, digits or dashes' })
  key: string;
}
