import type { Answer } from './start-api.js';

/** Every refusal has the documented shape, whoever made it. */
export function expectProblem({ status, headers, body }: Answer, expected?: number): void {
  if (expected !== undefined) expect(status).toBe(expected);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(headers['cache-control']).toBe('no-store');
  expect(body).toEqual({
    type: expect.stringMatching(/^\/problems\/[a-z-]+$/),
    title: expect.stringMatching(/./),
    status,
    detail: expect.stringMatching(/./),
    request_id: headers['x-request-id'],
    errors: expect.any(Array),
  });
  for (const { pointer, detail } of body.errors) {
    expect([typeof pointer, typeof detail]).toEqual(['string', 'string']);
  }
}
