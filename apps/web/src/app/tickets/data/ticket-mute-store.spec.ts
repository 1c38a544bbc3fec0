import { TestBed } from '@angular/core/testing';
import { Backend, provideBackend } from '../../../testing/backend';
import { FakeLive, provideLive } from '../../../testing/live';
import { makePage, makeTicket } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { Toaster } from '../../ui/toaster';
import { OpenTicketStore } from './open-ticket-store';
import { TicketMuteStore } from './ticket-mute-store';

const MUTE = '/api/tickets/182/mute/';

async function setUp() {
  TestBed.configureTestingModule({
    providers: [provideBackend(), provideSignedIn(), provideLive(new FakeLive())],
  });
  const mutes = TestBed.inject(TicketMuteStore);
  TestBed.inject(OpenTicketStore).open(182);
  const backend = new Backend();
  await backend.answer('GET', '/api/tickets/182/', makeTicket());
  await backend.answer('GET', '/api/tickets/182/timeline/', makePage([]));
  return { mutes, backend, said: () => TestBed.inject(Toaster).toasts().at(-1) };
}

describe('TicketMuteStore', () => {
  it('knows nothing until the server has said it', async () => {
    const { mutes, backend } = await setUp();
    expect(mutes.muted()).toBeNull();
    await backend.answer('GET', MUTE, { muted: true });
    expect(mutes.muted()).toBe(true);
  });

  it('mutes at once, and offers the way back', async () => {
    const { mutes, backend, said } = await setUp();
    await backend.answer('GET', MUTE, { muted: false });
    const muting = mutes.set(true);
    expect(mutes.muted()).toBe(true);
    await backend.answer('POST', MUTE, { muted: true });
    await muting;
    expect(said()?.text).toBe('You are told nothing more of this ticket.');
    said()?.action?.run();
    await backend.answer('POST', '/api/tickets/182/unmute/', { muted: false });
    expect(mutes.muted()).toBe(false);
  });

  it('puts it back when it is refused', async () => {
    const { mutes, backend, said } = await setUp();
    await backend.answer('GET', MUTE, { muted: false });
    const muting = mutes.set(true);
    await backend.refuse('POST', MUTE, 503, 'Try later.');
    await muting;
    expect(mutes.muted()).toBe(false);
    expect(said()?.text).toMatch(/put back. Try later./);
  });
});
