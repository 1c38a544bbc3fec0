import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';
import type { Me } from '@ticketing/contracts';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeMe } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { AuthStore } from '../../core/session/auth-store';
import { TwoFactorSection } from './two-factor-section';

const PATH = '/api/auth/two_factor/';
const SETUP = {
  secret: 'ABCDEFGHIJKL',
  otpauth_url: 'otpauth://totp/Desk:carla?secret=ABCDEFGHIJKL',
  qr_code: 'data:image/svg+xml;base64,PHN2Zy8+',
};
const CODES = { recovery_codes: ['aaaa-bbbb', 'cccc-dddd'] };

async function renderSection(facts: Partial<Me> = {}) {
  await render(TwoFactorSection, {
    providers: [provideBackend(), provideSignedIn({ ...makeMe(), ...facts })],
  });
  const auth = TestBed.inject(AuthStore);
  const reload = jest.spyOn(auth, 'reload').mockImplementation(async () => {
    const me = auth.me() as Me;
    auth.accept({ ...me, has_two_factor: !me.has_two_factor });
  });
  const user = userEvent.setup();
  const press = (name: string) => user.click(screen.getByRole('button', { name }));
  return { backend: new Backend(), press, reload, user };
}

async function renderSetUp() {
  const set = await renderSection();
  await set.press('Set up two-factor sign-in');
  await set.backend.answer('POST', `${PATH}setup/`, SETUP);
  return set;
}

describe('setting up two-factor sign-in', () => {
  it('shows the picture, and the key as text', async () => {
    await renderSetUp();
    expect(screen.getByRole('img', { name: /QR code/ })).toHaveAttribute('src', SETUP.qr_code);
    expect(screen.getByText('ABCD EFGH IJKL')).toBeVisible();
    expect(screen.getByLabelText('Code')).toHaveFocus();
    expect(screen.getByLabelText('Code')).toHaveAttribute('autocomplete', 'one-time-code');
  });

  it('is on after a right code, and shows the recovery codes once', async () => {
    const { backend, press, reload, user } = await renderSetUp();
    await user.type(screen.getByLabelText('Code'), '123456{Enter}');
    const { body } = await backend.answer('POST', `${PATH}enable/`, CODES);
    expect(body).toEqual({ code: '123456' });
    expect(reload).toHaveBeenCalled();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
      CODES.recovery_codes,
    );
    expect(screen.getByRole('heading', { name: 'Your recovery codes' })).toHaveFocus();

    await press('I have kept them');
    expect(screen.queryByText('aaaa-bbbb')).not.toBeInTheDocument();
    expect(screen.getByText('On')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Two-factor sign-in' })).toHaveFocus();
  });

  it('says at the field that the code is wrong', async () => {
    const { backend, user } = await renderSetUp();
    await user.type(screen.getByLabelText('Code'), '000000{Enter}');
    await backend.refuse('POST', `${PATH}enable/`, 400, 'Invalid.', [
      { pointer: '/code', detail: 'Wrong, or used already.' },
    ]);
    expect(await screen.findByText('Wrong, or used already.')).toBeVisible();
    expect(screen.getByLabelText('Code')).toBeInvalid();
  });

  it('can be given up', async () => {
    const { press } = await renderSetUp();
    await press('Cancel');
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Set up two-factor sign-in' })).toBeVisible();
  });

  it('says when it cannot begin', async () => {
    const { backend, press } = await renderSection();
    await press('Set up two-factor sign-in');
    await backend.refuse('POST', `${PATH}setup/`, 409, 'It is on already.');
    expect(await screen.findByRole('alert')).toHaveTextContent('It is on already.');
  });

  it('says to who must that nothing else goes before', async () => {
    await renderSection({ must_set_up_two_factor: true });
    expect(screen.getByRole('status')).toHaveTextContent('Set it up to go on.');
  });
});

describe('recovery codes', () => {
  async function renderCodes() {
    const set = await renderSection({ has_two_factor: true });
    await set.press('New recovery codes');
    await set.user.type(screen.getByLabelText('Code'), '123456{Enter}');
    await set.backend.answer('POST', `${PATH}recovery_codes/`, CODES);
    return set;
  }

  it('are made again with a code', async () => {
    await renderCodes();
    expect(screen.getByText('cccc-dddd')).toBeVisible();
  });

  it('can be copied', async () => {
    const { press } = await renderCodes();
    const copy = jest.spyOn(TestBed.inject(Clipboard), 'copy').mockReturnValue(true);
    await press('Copy');
    expect(copy).toHaveBeenCalledWith('aaaa-bbbb\ncccc-dddd\n');
  });

  it('can be kept as a file', async () => {
    await renderCodes();
    const link = screen.getByRole('link', { name: 'Download' });
    expect(link).toHaveAttribute('download', 'recovery-codes.txt');
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain('aaaa-bbbb\ncccc-dddd\n');
  });
});

describe('switching two-factor sign-in off', () => {
  it('needs password and code', async () => {
    const { backend, press, reload, user } = await renderSection({ has_two_factor: true });
    await press('Switch off two-factor sign-in');
    expect(screen.getByLabelText('Password')).toHaveFocus();
    await user.type(screen.getByLabelText('Password'), 'correct horse');
    await user.type(screen.getByLabelText('Code'), '123456{Enter}');
    const { body } = await backend.answer('POST', `${PATH}disable/`, null, 204);
    expect(body).toEqual({ password: 'correct horse', code: '123456' });
    expect(reload).toHaveBeenCalled();
    expect(screen.getByText('Off')).toBeVisible();
  });

  it('shows each error at its field', async () => {
    const { backend, press, user } = await renderSection({ has_two_factor: true });
    await press('Switch off two-factor sign-in');
    await press('Switch off');
    expect(await screen.findByText('Password is missing.')).toBeVisible();
    await user.type(screen.getByLabelText('Password'), 'wrong');
    await user.type(screen.getByLabelText('Code'), '123456{Enter}');
    await backend.refuse('POST', `${PATH}disable/`, 400, 'Invalid.', [
      { pointer: '/password', detail: 'This is not the password.' },
    ]);
    expect(await screen.findByText('This is not the password.')).toBeVisible();
  });

  it('can be given up', async () => {
    const { press } = await renderSection({ has_two_factor: true });
    await press('Switch off two-factor sign-in');
    await press('Cancel');
    expect(screen.getByRole('button', { name: 'New recovery codes' })).toBeVisible();
  });
});
