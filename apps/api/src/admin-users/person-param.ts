import { ApiParam } from '@nestjs/swagger';
import { idPipe } from '../platform/http/id.pipe.js';
import { userNotFound } from '../users/index.js';

export const PersonIdPipe = idPipe(userNotFound);

export const PersonParam = () =>
  ApiParam({ name: 'id', type: 'integer', description: 'Id of the person.', example: 7 });
