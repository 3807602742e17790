import type { Account, Invited, ReviewCard, SignedIn } from '@throughline/wire';
import { Session } from './session.js';

/** A review on a server, and the people who read it, each signed in with an account of their own. */
export interface Team {
  readonly review: string;
  readonly sessions: readonly Session[];
}

export interface TeamSize {
  readonly reviewers: number;
  readonly records: number;
}

/** Everything as people do it: the first account, a review, a file of records, an invitation for each, an account each. */
export async function gatherTeam(origin: string, setupKey: string, { reviewers, records }: TeamSize): Promise<Team> {
  const lead = new Session(origin, '10.1.0.1');
  await lead.post<SignedIn>('/api/setup', { key: setupKey, ...person('lead') });
  const { id: review } = await lead.post<ReviewCard>('/api/reviews', { title: 'A review under load' });
  const source = { kind: 'database', name: 'MEDLINE' };
  await lead.upload(`/api/reviews/${review}/sources`, source, 'medline.ris', references(records));
  const invited: string[] = [];
  for (let n = 0; n < reviewers; n += 1) {
    const said = { name: person(`reviewer ${n}`).name, role: 'reviewer' };
    const { link } = await lead.post<Invited>(`/api/reviews/${review}/invitations`, said);
    invited.push(link);
  }
  const sessions: Session[] = [];
  for (const [n, link] of invited.entries()) {
    // Each has an address of their own, as people at several universities have.
    const session = new Session(origin, `10.2.${Math.floor(n / 250)}.${(n % 250) + 1}`);
    const token = new URL(link, origin).pathname.split('/').at(-1);
    await session.post(`/api/invitations/${token}/account`, person(`reviewer ${n}`));
    sessions.push(session);
  }
  return { review, sessions };
}

const person = (who: string): { name: string; email: Account['email']; password: string } => ({
  name: who,
  email: `${who.replace(' ', '.')}@example.org`,
  password: `a long sentence for ${who} only`,
});

/** A file of references in the RIS format. */
function references(count: number): string {
  const abstract = 'Interviews with link workers and the people they see, in three towns. '.repeat(8);
  const one = (n: number) =>
    `TY  - JOUR\nAU  - Ito, ${String.fromCharCode(65 + (n % 26))}.\nTI  - What link workers do, part ${n}\n` +
    `PY  - ${1995 + (n % 30)}\nJO  - Journal of Made-up Studies\nAB  - ${abstract}\nER  - \n`;
  return Array.from({ length: count }, (_, n) => one(n + 1)).join('\n');
}
