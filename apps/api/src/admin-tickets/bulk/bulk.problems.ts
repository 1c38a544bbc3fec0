import { BULK_LIMITS, TAG_LIMITS } from '@ticketing/contracts';
import { conflict, invalidInput, notFound } from '../../platform/http/problem.js';

export const bulkChangeNotFound = () => notFound('There is no such change.');

export const alreadyUndone = () => conflict('It was taken back already.');

export const tooLateToUndo = () =>
  conflict(`A change can be taken back for ${BULK_LIMITS.undoMinutes} minutes.`);

export const nothingToChange = () =>
  invalidInput([{ pointer: '/change', detail: 'Something must be changed.' }]);

export const deletingStandsAlone = () =>
  invalidInput([{ pointer: '/change/is_deleted', detail: 'Deleting and restoring stand alone.' }]);

export const feedbackNeedsStatus = () =>
  invalidInput([{ pointer: '/change/admin_feedback', detail: 'Feedback needs a status.' }]);

export const tagBothWays = () =>
  invalidInput([{ pointer: '/change/remove_tags', detail: 'A tag is either added or removed.' }]);

export const tooManyTagsOnTicket = () => conflict(`A ticket can have ${TAG_LIMITS.perTicket} tags.`);

export const ticketIsDeleted = () => conflict('It is deleted.');
