import { TAG_LIMITS } from '@ticketing/contracts';
import { conflict, invalidInput, notFound, ProblemError } from '../platform/http/problem.js';

export const tagNotFound = () => notFound('There is no such tag.');

export const tagNameTaken = () =>
  new ProblemError(
    { slug: 'tag-name-taken', title: 'Name taken', status: 409 },
    'Another tag has this name.',
    [{ pointer: '/name', detail: 'Another tag has this name.' }],
  );

export const tooManyTags = () =>
  conflict(`There can be ${TAG_LIMITS.count} tags. Delete one that nobody uses.`);

/** @param pointer the field that named them */
export const unknownTags = (pointer = '/tags') =>
  invalidInput([{ pointer, detail: 'Each must be the id of a tag that is not deleted.' }]);
