export { RatingEntity } from './rating.entity.js';
export { type RatingLink, RatingLinks } from './rating-links.js';
export { RatingsModule } from './ratings.module.js';
