export * from './contract';
export { GenerationModule } from './generation.module';
export { GenerationService } from './generation.service';
export { MADE_WITH, ProvenanceView, type MadeWith } from './provenance/provenance.dto';
export { ProvenanceService } from './provenance/provenance.service';
