export * from './contract';
export { CriterionShape } from './forms/rubric.dto';
export { EnrollmentModule } from './enrollment.module';
export { EnrollmentService } from './enrollment.service';
export { PrecedentService } from './rulings/precedent.service';
