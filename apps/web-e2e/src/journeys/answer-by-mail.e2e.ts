import type { AddCommentRequest, SessionView, VerifyEmailRequest } from '@ticketing/contracts';
import { expect, expectAccessible, test } from '../support/desk.js';
import { mailedLink, mailWith } from '../support/mail.js';
import { answerMail } from '../support/mailbox.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';

const REPLY = [
  'That did it for an hour.',
  '',
  'On Wed, 25 Nov 2026 at 09:12, Support wrote:',
  '> Hold Feed for five seconds.',
].join('\r\n');

test('an answer by mail is marked and its quotes are folded; a machine’s mail is a line of the history', async ({
  page,
  request,
}) => {
  const nia = newPerson('Nia', 'Owusu');
  const ticket = await openTicket(request, await register(request, nia), { title: 'Labels are skipped' });
  const token = (await mailedLink(nia.email, '/verify-email/')).split('/').at(-1)!;
  await request.post('/api/auth/verify_email/', { data: { token } satisfies VerifyEmailRequest });
  const { email, password } = ADMIN;
  const login = await request.post('/api/auth/login/', { data: { email, password } });
  const { access_token } = (await login.json()) as SessionView;
  await request.post(`/api/tickets/${ticket.id}/add_comment/`, {
    headers: { authorization: `Bearer ${access_token}` },
    data: { content: 'Hold Feed for five seconds.' } satisfies AddCommentRequest,
  });
  const mail = await mailWith(nia.email, 'Hold Feed for five seconds.');

  await signIn(page, ADMIN, `/tickets/${ticket.id}`);
  const conversation = page.getByRole('list', { name: 'Conversation' });
  await expect(conversation.getByText('Hold Feed for five seconds.')).toBeVisible();
  await answerMail(request, mail, nia, REPLY);
  const answer = page.getByRole('article', { name: 'Message by Nia Owusu' });
  await expect(answer.getByText('That did it for an hour.')).toBeVisible();
  await expect(answer.getByText('by e-mail')).toBeVisible();
  await expect(answer.getByText('> Hold Feed')).toBeHidden();
  await answer.getByText('Show quoted text').focus();
  await page.keyboard.press('Enter');
  await expect(answer.getByText('> Hold Feed')).toBeVisible();
  await expectAccessible(page);

  await answerMail(request, mail, nia, 'I am away until Monday.', ['Auto-Submitted: auto-replied']);
  const line = conversation
    .getByRole('listitem')
    .filter({ hasText: 'An automatic reply of Nia Owusu came by mail' });
  await expect(line.last()).toBeVisible();
  await expect(page.getByText('I am away until Monday.')).toHaveCount(0);
  await line.last().getByRole('link', { name: 'Read it' }).click();
  await expect(page.getByText('I am away until Monday.')).toBeVisible();
});
