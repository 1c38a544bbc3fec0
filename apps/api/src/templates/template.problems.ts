import { TEMPLATE_LIMITS } from '@ticketing/contracts';
import { conflict, invalidInput, notFound, ProblemError } from '../platform/http/problem.js';

export const templateNotFound = () => notFound('There is no such template.');

export const templateNameTaken = () =>
  new ProblemError(
    { slug: 'template-name-taken', title: 'Name taken', status: 409 },
    'Another template has this name.',
    [{ pointer: '/name', detail: 'Another template has this name.' }],
  );

export const tooManyTemplates = () =>
  conflict(`There can be ${TEMPLATE_LIMITS.count} templates. Delete one that nobody uses.`);

export const unknownTemplates = () =>
  invalidInput([{ pointer: '/ids', detail: 'Each must be the id of a template that is not deleted.' }]);
