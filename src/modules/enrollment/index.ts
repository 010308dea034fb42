export * from './contract';
export { EnrollmentModule } from './enrollment.module';
export { EnrollmentService } from './enrollment.service';
export { PrecedentService } from './rulings/precedent.service';
