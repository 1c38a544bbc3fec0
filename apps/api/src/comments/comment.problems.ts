import { conflict, notFound } from '../platform/http/problem.js';

export const commentNotFound = () => notFound('There is no such comment.');

export const ticketOfCommentDeleted = () => conflict('Its ticket is deleted. Restore the ticket first.');
