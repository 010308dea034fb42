export * from './contract';
export { PauseGate } from './pauses/pause-gate.service';
export { ProgramModule } from './program.module';
export { ProgramService } from './program.service';
export { TermsVersionView, termsView } from './version.dto';
