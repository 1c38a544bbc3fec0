export const RATING_LIMITS = {
  score: { min: 1, max: 5 },
  comment: { max: 1_000 },
  /** How long the links in a mail can be used. */
  linkDays: 30,
} as const;

/** What the requester says of how a ticket was resolved: once for each resolution, and final. */
export interface Rating {
  /** 1 (bad) to 5 (good). */
  score: number;
  /** A line of text, or null. */
  comment: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** Answer of `GET /api/tickets/{id}/rating/`: the rating of the latest resolution, if it was given. */
export interface TicketRating {
  rating: Rating | null;
}

/** Body of `POST /api/tickets/{id}/rating/`. Requester only, after the ticket was resolved. */
export interface RateTicketRequest {
  /** A whole number from 1 to 5. */
  score: number;
  /** Up to 1,000 code points. */
  comment?: string;
}

/** Body of `POST /api/ratings/look_up/`. Public: the token is the right. Rates nothing. */
export interface LookUpRatingRequest {
  /** From the mail's link, `/rate/<token>?score=4`: good for 30 days. */
  token: string;
}

/** What the page behind the link shows before it asks for the click that rates. */
export interface RatingInvitation {
  ticket: { id: number; title: string };
  /** False: this resolution was rated already, or the ticket was reopened since. */
  can_rate: boolean;
}

/** Body of `POST /api/ratings/by_link/`. Public: the token is the right. */
export interface RateByLinkRequest extends RateTicketRequest {
  /** From the mail's link. */
  token: string;
}
