import { IsBoolean } from 'class-validator';

/** The weekly letter about one's feedback. */
export class DigestInput {
  /** No letter any more. */
  @IsBoolean()
  isOff: boolean;
}

export class DigestView {
  /** Whether the letter is switched off. */
  isOff: boolean;
}
