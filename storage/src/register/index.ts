// What a team's server keeps besides its reviews.
export { type Register, openRegister } from './register.js';
export type { RegisterPlace } from './database.js';
export type { KeptAccount } from './accounts.js';
export type { Allowance, Attempts } from './attempts.js';
export type { KeptEvent } from './events.js';
export type { Invitation, NewInvitation } from './invitations.js';
export type { Member } from './members.js';
