import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { Backend, provideBackend } from '../../../testing/backend';
import { AuthStore } from './auth-store';
import { secondFactorInterceptor } from './second-factor-interceptor';

async function refuseWith(slug: string) {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideBackend(secondFactorInterceptor)] });
  const required = jest.spyOn(TestBed.inject(AuthStore), 'requireTwoFactor');
  const answer = firstValueFrom(TestBed.inject(HttpClient).get('/api/tickets/')).catch(
    ({ status }) => status,
  );
  await new Backend().refuse('GET', '/api/tickets/', 403, 'No.', [], slug);
  return { required, status: await answer };
}

describe('secondFactorInterceptor', () => {
  it('hears that two-factor sign-in comes first, and leaves the error to who asked', async () => {
    const { required, status } = await refuseWith('two-factor-set-up-first');
    expect(required).toHaveBeenCalled();
    expect(status).toBe(403);
  });

  it('takes any other refusal for what it is', async () => {
    const { required } = await refuseWith('forbidden');
    expect(required).not.toHaveBeenCalled();
  });
});
