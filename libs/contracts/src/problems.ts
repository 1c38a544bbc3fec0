/** One thing wrong with a request. */
export interface ProblemField {
  /** JSON pointer into the body (`/title`) or the name of a query parameter (`?sort`). */
  pointer: string;
  /** A sentence for people. */
  detail: string;
}

/** Every error answer, as `application/problem+json` (RFC 9457). */
export interface Problem {
  /** `/problems/<slug>`: stable, for programs. */
  type: string;
  /** Short and the same for every occurrence. */
  title: string;
  status: number;
  /** What happened this time, for people. */
  detail: string;
  /** The same as the `X-Request-Id` header: quote it to support. */
  request_id: string;
  /** Filled for invalid input, empty otherwise. */
  errors: ProblemField[];
}
