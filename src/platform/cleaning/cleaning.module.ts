import { Module } from '@nestjs/common';
import { CleaningProcessor } from './cleaning.processor';

@Module({ providers: [CleaningProcessor] })
export class CleaningModule {}
