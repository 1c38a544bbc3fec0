import { invalidInput } from '../platform/http/problem.js';

export const objectNeedsModel = () =>
  invalidInput([{ pointer: '?object', detail: 'An id is one of a kind of thing: give exactly one model.' }]);
