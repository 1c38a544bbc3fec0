import { invalidInput, notFound } from '../platform/http/problem.js';

/** The same for a link that was made up, is used, is too old, or whose person may not have the file any more. */
export const downloadNotGood = () => notFound('This link is not good any more. Ask for the file again.');

export const noSuchExport = () =>
  invalidInput([{ pointer: '/path', detail: 'It must be the address of an export.' }]);
