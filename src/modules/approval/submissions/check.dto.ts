import { ApiProperty } from '@nestjs/swagger';
import { RISKS, type Risk } from '../domain/risk';

/** One thing that stands in the way. */
export class MissingView {
  /** Part of the form, such as `title` or `rights.likenesses`. */
  part: string;

  /** The code with which handing in would be refused. */
  code: string;

  /** What to do, in a sentence. */
  says: string;
}

/** What is missing, and what follows when it is handed in: from the same rules that decide then. */
export class CheckView {
  /** Whether it can be handed in as it is. */
  isReady: boolean;

  @ApiProperty({ type: [MissingView] })
  missing: MissingView[];

  @ApiProperty({ enum: RISKS })
  risk: Risk;

  /** The rows of the published table that apply. */
  @ApiProperty({ type: [String] })
  riskBecause: string[];

  /** Hours a decision may take. */
  hours: number;

  @ApiProperty({ enum: ['approve', 'escalate'], description: 'What happens when they are over.' })
  atDeadline: 'approve' | 'escalate';

  /** People that a no takes. */
  peopleForNo: number;

  /** Version of the sharing policy in force. */
  policyVersion: number;
}
