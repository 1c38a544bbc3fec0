import { conflict, notFound } from '../platform/http/problem.js';

export const jobNotFound = () => notFound('There is no such job.');

export const jobIsNotDead = () => conflict('This job is not dead: it is done, or will be tried by itself.');
