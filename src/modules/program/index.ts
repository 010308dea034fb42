export * from './contract';
export { ProgramModule } from './program.module';
export { ProgramService } from './program.service';
export { TermsVersionView, termsView } from './version.dto';
