import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeMe, makeProblem } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { EmailSection } from './email-section';

const RESEND = '/api/auth/resend_verification/';

async function renderSection(is_email_verified: boolean) {
  await render(EmailSection, {
    providers: [provideBackend(), provideSignedIn({ ...makeMe(), is_email_verified })],
  });
  return new Backend();
}

const press = () => userEvent.click(screen.getByRole('button', { name: 'Send the link again' }));

describe('EmailSection', () => {
  it('says that the address is verified, and offers nothing', async () => {
    await renderSection(true);
    expect(screen.getByText('carla@example.com')).toBeVisible();
    expect(screen.getByText('Verified')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('mails the link again', async () => {
    const backend = await renderSection(false);
    expect(screen.getByText('Not verified')).toBeVisible();
    await press();
    await backend.answer('POST', RESEND, null, 202);
    expect(await screen.findByRole('status')).toHaveTextContent('A mail is on its way.');
  });

  it('says when to try again after too many mails', async () => {
    const backend = await renderSection(false);
    await press();
    await backend.answer('POST', RESEND, makeProblem(429, 'Too often.'), 429, { 'Retry-After': '120' });
    expect(await screen.findByRole('alert')).toHaveTextContent('That was too often. Try again in 2 min.');
  });
});
