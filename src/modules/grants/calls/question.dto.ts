import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class QuestionBody {
  @IsString()
  @MinLength(1)
  @MaxLength(2_000)
  question: string;
}

export class AnswerBody {
  @IsString()
  @MinLength(1)
  @MaxLength(5_000)
  answer: string;
}

/** A question about a call. Nobody is told who asked. */
export class QuestionView {
  /** `que_…` */
  id: string;

  callId: string;

  question: string;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({ type: String, nullable: true })
  answeredAt: string | null;

  createdAt: string;
}

export class QuestionPage {
  @ApiProperty({ type: [QuestionView] })
  items: QuestionView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
