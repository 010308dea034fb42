import { ApiProperty } from '@nestjs/swagger';
import { PICTURE_TYPES } from '../domain/provider';

export class ReferenceView {
  /** `ref_…`: what a request names. */
  id: string;
  @ApiProperty({ enum: PICTURE_TYPES })
  contentType: string;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  /** Size of the file. */
  bytes: number;
  /** Address of the picture, for its owner. */
  picture: string;
}
