import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { FILE_ENDINGS, FILE_TYPES, type FileType } from '../domain/sniff';
import type { FileEntity } from './file.entity';

export class FileQuery {
  /** What you call the file. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;
}

/** A file of an application. */
export class FileView {
  /** Id, `fil_…`. */
  id: string;

  /** Its name; while the application is blind only what kind it is. */
  name: string;

  /** By its content. */
  @ApiProperty({ enum: FILE_TYPES })
  contentType: FileType;

  bytes: number;

  /** Of what was handed in; a file with another one is not delivered. */
  sha256: string;

  /** Where it is downloaded from. */
  link: string;
}

export function fileView(file: FileEntity, isBlind: boolean): FileView {
  const { id, applicationId, contentType, sha256 } = file;
  return {
    id,
    name: isBlind ? `file-${id.slice(-4)}.${FILE_ENDINGS[contentType]}` : file.name,
    contentType,
    bytes: Number(file.bytes),
    sha256,
    link: `/api/v1/applications/${applicationId}/files/${id}`,
  };
}
