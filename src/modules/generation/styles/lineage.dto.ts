import { ApiProperty } from '@nestjs/swagger';
import { GenerationView } from '../generation.dto';

export class LineageNodeView {
  @ApiProperty({ type: GenerationView })
  generation: GenerationView;
  /** The clip it comes from; `null`: where it all began. */
  @ApiProperty({ type: String, nullable: true })
  parentId: string | null;
  /** `final`: promoted from a draft. `remix`: made from a clip. `origin`: the first. */
  kind: string;
}

export class LineageView {
  /** Oldest first; a clip's parent comes before it. */
  @ApiProperty({ type: [LineageNodeView] })
  items: LineageNodeView[];
}
