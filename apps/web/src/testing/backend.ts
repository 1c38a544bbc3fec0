import { provideHttpClient, withInterceptors, type HttpInterceptorFn } from '@angular/common/http';
import {
  HttpTestingController,
  type TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { waitFor } from '@testing-library/dom';
import { makeProblem } from './make';

/** Providers of the HTTP client whose answers the test gives by a `Backend`. */
export function provideBackend(...interceptors: HttpInterceptorFn[]): (Provider | EnvironmentProviders)[] {
  return [provideHttpClient(withInterceptors(interceptors)), provideHttpClientTesting()];
}

/** The API, as played by the test. Make it after the injector is set up. */
export class Backend {
  private readonly http = TestBed.inject(HttpTestingController);

  /** Waits for a request and leaves it open. */
  async next(method: string, url: string): Promise<TestRequest> {
    return waitFor(() => {
      TestBed.tick();
      return this.http.expectOne((request) => request.method === method && request.url === url);
    });
  }

  /** Waits for a request and answers it; resolves to what was asked. */
  async answer(
    method: string,
    url: string,
    body: object | null,
    status = 200,
    headers: Record<string, string> = {},
  ): Promise<TestRequest['request']> {
    const request = await this.next(method, url);
    request.flush(body, { status, statusText: String(status), headers });
    await settle();
    return request.request;
  }

  /** Waits for a request and refuses it. */
  async refuse(
    method: string,
    url: string,
    status: number,
    detail = 'No.',
    errors: { pointer: string; detail: string }[] = [],
    slug?: string,
  ): Promise<void> {
    await this.answer(method, url, makeProblem(status, detail, errors, slug), status);
  }

  /** Lets a request fail as if the cable were cut. */
  async cut(method: string, url: string): Promise<void> {
    (await this.next(method, url)).error(new ProgressEvent('error'));
    await settle();
  }

  /** The requests of that kind that wait for an answer. */
  waiting(method: string, url: string): TestRequest[] {
    TestBed.tick();
    return this.http.match((request) => request.method === method && request.url === url);
  }

  /** Fails when a request was sent that nobody answered. */
  verify(): void {
    this.http.verify();
  }
}

/** Lets promises and effects run. `whenStable` would wait for requests that the test has yet to answer. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
}
