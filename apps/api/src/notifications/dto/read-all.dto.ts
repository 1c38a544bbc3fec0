import type { ReadAllRequest } from '@ticketing/contracts';
import { IdField } from '../../platform/http/fields.js';

export class ReadAllDto implements ReadAllRequest {
  @IdField({ description: 'Id of the newest notification that the reader has seen.', example: 3140 })
  up_to: number;
}
