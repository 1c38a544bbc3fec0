import { TestBed } from '@angular/core/testing';
import { Backend, provideBackend } from '../../../testing/backend';
import { sessionInterceptor } from '../session/session-interceptor';
import { IN_PRODUCTION } from './in-production';
import { Logger } from './logger';

const REPORTS = '/api/client_logs/';

function setUp(inProduction: boolean) {
  TestBed.configureTestingModule({
    providers: [provideBackend(sessionInterceptor), { provide: IN_PRODUCTION, useValue: inProduction }],
  });
  return { backend: new Backend(), logger: TestBed.inject(Logger) };
}

describe('Logger in development', () => {
  it.each(['error', 'warn', 'info'] as const)('writes %s to the console, and tells nobody', (level) => {
    const written = jest.spyOn(console, level).mockImplementation();
    const { backend, logger } = setUp(false);
    logger[level]('the toaster burns', { slices: 2 });
    expect(written).toHaveBeenCalledWith('the toaster burns', { slices: 2 });
    expect(backend.waiting('POST', REPORTS)).toHaveLength(0);
    written.mockRestore();
  });
});

describe('Logger in production', () => {
  afterEach(() => jest.useRealTimers());

  it('reports to the server, and keeps the console clean', () => {
    const written = jest.spyOn(console, 'error').mockImplementation();
    const { backend, logger } = setUp(true);
    logger.error('request failed', { status: 503, request_id: 'r-1' });
    const [report] = backend.waiting('POST', REPORTS);
    expect(report?.request.body).toEqual({
      level: 'error',
      message: 'request failed status=503',
      page: '/',
      request_id: 'r-1',
    });
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  it('says the same at most once a minute', () => {
    jest.useFakeTimers();
    const { backend, logger } = setUp(true);
    logger.error('again');
    logger.error('again');
    expect(backend.waiting('POST', REPORTS)).toHaveLength(1);
    jest.advanceTimersByTime(60_000);
    logger.error('again');
    expect(backend.waiting('POST', REPORTS)).toHaveLength(1);
  });

  it('says at most ten things a minute', () => {
    jest.useFakeTimers();
    const { backend, logger } = setUp(true);
    for (let number = 1; number <= 12; number++) logger.info('event', { number });
    expect(backend.waiting('POST', REPORTS)).toHaveLength(10);
    jest.advanceTimersByTime(60_000);
    logger.info('event', { number: 13 });
    expect(backend.waiting('POST', REPORTS)).toHaveLength(1);
  });

  it('swallows that a report was refused, and never refreshes the session for it', async () => {
    const { backend, logger } = setUp(true);
    logger.info('signed in');
    await backend.refuse('POST', REPORTS, 401);
    backend.verify();
  });

  it('swallows that the server is away', async () => {
    const { backend, logger } = setUp(true);
    logger.info('signed in');
    await backend.cut('POST', REPORTS);
    backend.verify();
  });
});
