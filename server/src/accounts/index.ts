// Accounts of a team's server: where people come in, and what is heard of reviews.
export { teamEntrance } from './entrance.js';
export type { TeamOptions } from './team-place.js';
