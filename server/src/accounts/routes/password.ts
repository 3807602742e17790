import type { FastifyInstance } from 'fastify';
import { route } from '../../route.js';
import { asAccount } from '../as-account.js';
import { sendLetter } from '../letters.js';
import { refuseWeak } from '../new-account.js';
import { forgottenShape, resetShape } from '../shapes.js';
import { resetHolds } from '../sign-in-library.js';
import type { TeamPlace } from '../team-place.js';

/** A forgotten password. */
export function passwordRoutes(app: FastifyInstance, place: TeamPlace): void {
  const { allowances } = place;
  route(
    app,
    {
      method: 'POST',
      url: '/api/password/forgotten',
      access: 'password.forgotten',
      summary: 'Asks for a link to a new password; the answer does not tell whether there is such an account',
      body: forgottenShape,
      status: 202,
    },
    async ({ body: { email }, request, reply }): Promise<unknown> => {
      await allowances.take('resetFrom', request.ip);
      // After the answer, whatever comes of it: its time must not tell either.
      place.later(() => sendReset(place, email.toLowerCase()));
      return reply.send();
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/password/reset',
      access: 'password.reset',
      summary: 'Sets a new password by a link, and ends every session of the account',
      body: resetShape,
    },
    async ({ body: { token, password }, request }): Promise<void> => {
      await allowances.take('linksFrom', request.ip);
      refuseWeak(password, []);
      const link = place.mailed.read(token);
      const account = await place.signIn.reset(link.token, password);
      const seen = link.mailed ? { emailVerified: true as const } : {};
      await place.register.accounts.set(account, { askedForReset: null, ...seen }, place.now());
      const kept = await place.register.accounts.get(account);
      if (kept === undefined) return;
      place.note({ what: 'password.reset', account: asAccount(kept).id });
      place.later(async () => {
        await sendLetter(place, kept.email, 'passwordChanged', {});
      });
    },
  );
}

/** A link by mail; where no mail can be sent, a note for the administrators. */
async function sendReset(place: TeamPlace, email: string): Promise<void> {
  if (!(await place.allowances.may('resetTo', email))) return;
  const { accounts } = place.register;
  const known = await accounts.byEmail(email);
  if (known === undefined || known.disabled) return;
  place.note({ what: 'password.resetAsked', account: asAccount(known).id });
  const token = place.mail === undefined ? undefined : await place.signIn.resetToken(email);
  const link = token === undefined ? '' : `${place.origin}/reset#${place.mailed.mark(token)}`;
  const sent = token !== undefined && (await sendLetter(place, email, 'reset', { link, minutes: resetHolds / 60 }));
  if (!sent) await accounts.set(known.id, { askedForReset: place.now().toISOString() }, place.now());
}
