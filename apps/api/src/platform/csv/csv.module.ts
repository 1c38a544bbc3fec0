import { Global, Module } from '@nestjs/common';
import { CsvAnswers } from './csv-answers.js';

/** Files of any length for every controller: `@CsvExport()`. */
@Global()
@Module({ providers: [CsvAnswers], exports: [CsvAnswers] })
export class CsvModule {}
