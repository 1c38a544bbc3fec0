/** What other rooms may use. Light things only: it is part of the first download. */
export { Bell } from './bell';
