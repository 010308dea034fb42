import { ApiProperty } from '@nestjs/swagger';
import { AUDIENCES, LABELS } from './domain/audience';
import { CLAIM_MINUTES } from './domain/claim';
import { GROUNDS } from './domain/grounds';
import { CLOCKS, RESUBMISSION_HOURS, RISKS, RISK_TABLE, type Risk } from './domain/risk';
import { APPEAL_MONTHS } from './domain/statement';

/** A name and what it means. */
export class TermView {
  /** As used by the API. */
  name: string;

  /** For people. */
  means: string;
}

/** The clock of one class of risk. */
export class RiskClassView {
  @ApiProperty({ enum: RISKS })
  risk: Risk;

  /** Hours a decision may take. */
  hours: number;

  @ApiProperty({ enum: ['approve', 'escalate'], description: 'What happens when they are over.' })
  atDeadline: 'approve' | 'escalate';

  /** What puts a submission into this class; the highest class counts. */
  @ApiProperty({ type: [String] })
  because: string[];
}

/** By what rules it is decided: all of them. */
export class PolicyView {
  /** The only grounds for a refusal. */
  @ApiProperty({ type: [TermView] })
  grounds: TermView[];

  @ApiProperty({ type: [RiskClassView] })
  risks: RiskClassView[];

  @ApiProperty({ type: [TermView] })
  labels: TermView[];

  @ApiProperty({ type: [TermView] })
  audiences: TermView[];

  /** Minutes a reviewer has a submission for themselves. */
  claimMinutes: number;

  /** Hours at least for a decision after requested changes. */
  resubmissionHours: number;

  /** Months in which a refusal can be appealed. */
  appealMonths: number;
}

const terms = (table: Readonly<Record<string, string>>): TermView[] =>
  Object.entries(table).map(([name, means]) => ({ name, means }));

/** The published policy, from the same tables that decide. */
export function policyView(): PolicyView {
  return {
    grounds: terms(GROUNDS),
    risks: RISKS.map((risk) => ({
      risk,
      ...CLOCKS[risk],
      because: RISK_TABLE.filter((row) => row.risk === risk).map((row) => row.because),
    })),
    labels: terms(LABELS),
    audiences: terms(AUDIENCES),
    claimMinutes: CLAIM_MINUTES,
    resubmissionHours: RESUBMISSION_HOURS,
    appealMonths: APPEAL_MONTHS,
  };
}
