import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { LoginRequest, Me, RegisterRequest, SessionView } from '@ticketing/contracts';
import { firstValueFrom } from 'rxjs';

type Credentials = Omit<LoginRequest, 'refresh_transport'>;
type Registration = Omit<RegisterRequest, 'refresh_transport'>;

/** The refresh token travels in an HttpOnly cookie: scripts never see it. */
const BY_COOKIE = { refresh_transport: 'cookie' } as const;

/** The auth endpoints of the API. */
@Service()
export class SessionApi {
  private readonly http = inject(HttpClient);

  register(person: Registration): Promise<SessionView> {
    return firstValueFrom(this.http.post<SessionView>('/api/auth/register/', { ...person, ...BY_COOKIE }));
  }

  login(credentials: Credentials): Promise<SessionView> {
    return firstValueFrom(this.http.post<SessionView>('/api/auth/login/', { ...credentials, ...BY_COOKIE }));
  }

  refresh(): Promise<SessionView> {
    return firstValueFrom(this.http.post<SessionView>('/api/auth/refresh/', {}));
  }

  me(): Promise<Me> {
    return firstValueFrom(this.http.get<Me>('/api/auth/me/'));
  }

  async logout(): Promise<void> {
    await firstValueFrom(this.http.post<void>('/api/auth/logout/', {}));
  }
}
