import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { RetryKeys } from '../../core/http/retry-keys';

/** Asks the API on behalf of model descriptions, which know the addresses. */
@Service()
export class AdminApi {
  private readonly http = inject(HttpClient);
  private readonly keys = new RetryKeys();

  get<T>(url: string, params: Record<string, string | readonly string[]> = {}): Promise<T> {
    return firstValueFrom(this.http.get<T>(url, { params }));
  }

  post<T>(url: string, body: object = {}): Promise<T> {
    return firstValueFrom(this.http.post<T>(url, body));
  }

  /** Makes something. A retry after a lost answer does not make a second one. */
  async create<T>(url: string, body: object): Promise<T> {
    const headers = { 'Idempotency-Key': this.keys.for([url, body]) };
    const made = await firstValueFrom(this.http.post<T>(url, body, { headers }));
    this.keys.done([url, body]);
    return made;
  }

  /** With a version, who changes what somebody else has changed meanwhile gets a 412. */
  patch<T>(url: string, body: object, version?: number): Promise<T> {
    return firstValueFrom(this.http.patch<T>(url, body, { headers: ifMatch(version) }));
  }

  async delete(url: string, version?: number): Promise<void> {
    await firstValueFrom(this.http.delete<void>(url, { headers: ifMatch(version) }));
  }

  /** A file, which a plain link could not fetch: it would carry no access token. */
  file(url: string): Promise<Blob> {
    return firstValueFrom(this.http.get(url, { responseType: 'blob' }));
  }
}

function ifMatch(version: number | undefined): Record<string, string> {
  return version === undefined ? {} : { 'If-Match': `"${version}"` };
}
