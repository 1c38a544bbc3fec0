import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { CommentView, TimelineEntry } from '@ticketing/contracts';
import { Backend, provideBackend, settle } from '../../../testing/backend';
import { ADA, makeMe, makeMessage, makePage, makeTicket } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { Toaster } from '../../ui/toaster';
import { OpenTicketStore } from '../data/open-ticket-store';
import { Conversation } from './conversation';

const TICKET = '/api/tickets/182/';
const TIMELINE = '/api/tickets/182/timeline/';
const COMMENT = '/api/admin/comments/7/';
const CAN = { can: { edit: true, delete: true } };
const comment = (facts: Partial<CommentView> = {}) =>
  makeMessage(7, { content: 'Old words.', version: 3, ...CAN, ...facts });

async function renderConversation(entries: TimelineEntry[]) {
  await render(Conversation, {
    inputs: { ticket: makeTicket() },
    providers: [provideRouter([]), provideBackend(), provideSignedIn(makeMe(ADA))],
  });
  TestBed.inject(OpenTicketStore).open(182);
  const backend = new Backend();
  const answerWith = async (now: TimelineEntry[]) => {
    await backend.answer('GET', TICKET, makeTicket());
    await backend.answer('GET', TIMELINE, makePage(now));
  };
  await answerWith(entries);
  const toast = () => TestBed.inject(Toaster).toasts().at(-1);
  return { backend, user: userEvent.setup(), answerWith, toast };
}

type User = ReturnType<typeof userEvent.setup>;

async function pick(user: User, name: string) {
  await user.click(await screen.findByRole('button', { name: 'More for the comment by Ada Lovelace' }));
  await user.click(await screen.findByRole('menuitem', { name }));
}

async function rewrite(user: User, text: string) {
  const box = await screen.findByRole('textbox', { name: 'Text of the comment' });
  await user.clear(box);
  await user.type(box, text);
  return box;
}

describe('a comment in the conversation', () => {
  beforeEach(() => localStorage.clear());

  it('offers nothing to those who may do nothing', async () => {
    await renderConversation([makeMessage(7)]);
    expect(await screen.findByText('We look into it.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^More/ })).not.toBeInTheDocument();
  });

  it('says when it was edited, and nothing when it was not', async () => {
    await renderConversation([
      makeMessage(7, { updated_at: '2026-11-25T12:00:00.000Z' }),
      makeMessage(6, { content: 'Untouched.' }),
    ]);
    expect(await screen.findAllByText(/Edited/)).toHaveLength(1);
  });

  it('is edited where it stands, by the keyboard alone', async () => {
    const { backend, user, answerWith } = await renderConversation([comment()]);
    (await screen.findByRole('button', { name: /^More/ })).focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    const box = await rewrite(user, 'New words.');
    box.focus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    const { body, headers } = await backend.answer('PATCH', COMMENT, { content: 'New words.' });
    expect([body, headers.get('If-Match')]).toEqual([{ content: 'New words.' }, '"3"']);
    await answerWith([comment({ content: 'New words.', version: 4 })]);
    expect(await screen.findByText('New words.')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Text of the comment' })).not.toBeInTheDocument();
    expect(screen.getByRole('article', { name: 'Message by Ada Lovelace' })).toHaveFocus();
  });

  it('keeps what is typed as a draft, until it is thrown away', async () => {
    const { user } = await renderConversation([comment()]);
    await pick(user, 'Edit');
    await rewrite(user, 'Half a thought');
    TestBed.tick();
    expect(localStorage.getItem('ticketing.draft.1.comment-7')).toContain('Half a thought');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(localStorage.getItem('ticketing.draft.1.comment-7')).toBeNull();
    expect(screen.getByText('Old words.')).toBeVisible();
  });

  it('begins with the draft of before', async () => {
    const draft = { value: 'Half a thought', savedAt: '2026-11-24T10:42:00.000Z' };
    localStorage.setItem('ticketing.draft.1.comment-7', JSON.stringify(draft));
    const { user } = await renderConversation([comment()]);
    await pick(user, 'Edit');
    const box = await screen.findByRole('textbox', { name: 'Text of the comment' });
    expect(box).toHaveValue('Half a thought');
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(box).toHaveValue('Old words.');
  });

  it('shows what somebody else made of it meanwhile, and replaces that only when asked again', async () => {
    const { backend, user, answerWith } = await renderConversation([comment()]);
    await pick(user, 'Edit');
    const box = await rewrite(user, 'Mine.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await backend.refuse('PATCH', COMMENT, 412);
    await answerWith([comment({ content: 'Theirs.', version: 4 })]);
    expect(await screen.findByRole('alert')).toHaveTextContent(/Somebody else changed.*Theirs\./);
    expect(box).toHaveValue('Mine.');
    await user.click(screen.getByRole('button', { name: 'Replace it with mine' }));
    const { headers } = await backend.answer('PATCH', COMMENT, {});
    expect(headers.get('If-Match')).toBe('"4"');
  });

  it('keeps the text where it was not saved, and says why', async () => {
    const { backend, user, answerWith } = await renderConversation([comment()]);
    await pick(user, 'Edit');
    const box = await rewrite(user, 'Mine.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await backend.refuse('PATCH', COMMENT, 503, 'Try later.');
    await answerWith([comment()]);
    expect(await screen.findByRole('alert')).toHaveTextContent('It was not saved. Try later.');
    expect(box).toHaveValue('Mine.');
  });

  it('is deleted at once, with a way back', async () => {
    const { backend, user, answerWith, toast } = await renderConversation([comment(), makeMessage(6)]);
    await pick(user, 'Delete');
    await backend.answer('DELETE', COMMENT, null, 204);
    await answerWith([makeMessage(6)]);
    expect(screen.queryByText('Old words.')).not.toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Conversation' })).toHaveFocus();
    expect(toast()).toMatchObject({ text: 'Comment deleted.', action: { label: 'Undo' } });
    toast()!.action!.run();
    await backend.answer('POST', `${COMMENT}restore/`, {});
    await answerWith([comment(), makeMessage(6)]);
    expect(await screen.findByText('Old words.')).toBeVisible();
    expect(toast()?.text).toBe('Comment restored.');
  });

  it('stays when it could not be deleted', async () => {
    const { backend, user, answerWith, toast } = await renderConversation([comment()]);
    await pick(user, 'Delete');
    await backend.refuse('DELETE', COMMENT, 409, 'Its ticket is deleted.');
    await answerWith([comment()]);
    expect(toast()).toMatchObject({ kind: 'failed', text: 'Its ticket is deleted.' });
    expect(screen.getByText('Old words.')).toBeVisible();
  });

  it('leaves a line in the history when it is gone', async () => {
    const deleted = { ...makeMessage(8), type: 'comment.deleted', comment: null } as const;
    await renderConversation([deleted]);
    const list = within(await screen.findByRole('list', { name: 'Conversation' }));
    await settle();
    expect(list.getByText(/deleted a comment/)).toHaveTextContent('Ada Lovelace deleted a comment');
  });
});
