import type { Session } from '@throughline/wire';

/** Pages that stand before the door: nobody has to be signed in there. */
const beforeTheDoor = ['/sign-in', '/setup', '/forgotten', '/reset', '/join'];
/** Pages that only a server has. */
const onServersOnly = [...beforeTheDoor, '/account', '/admin'];

const isAt = (path: string, pages: readonly string[]): boolean =>
  pages.some((page) => path === page || path.startsWith(`${page}/`));

/**
 * Where an address leads instead, if one may not or need not stay there. `path` is the page, `href` the whole address,
 * `to` the page that somebody was on the way to when they were asked to sign in.
 */
export function insteadOf(session: Session, path: string, href: string, to: string | undefined): string | undefined {
  if (session.at === 'desk') return isAt(path, onServersOnly) ? '/' : undefined;
  if (session.account !== undefined) return isAt(path, ['/sign-in', '/setup']) ? ownPage(to) : undefined;
  if (session.empty) return path === '/setup' ? undefined : '/setup';
  if (isAt(path, beforeTheDoor)) return undefined;
  return path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(href)}`;
}

/** An address on this server, whatever was put into a link: another host is never gone to. */
export function ownPage(to: string | undefined): string {
  if (to === undefined || !/^\/(?![/\\])/.test(to)) return '/';
  const here = 'http://here.invalid';
  const found = URL.canParse(to, here) ? new URL(to, here) : undefined;
  return found?.origin === here ? `${found.pathname}${found.search}${found.hash}` : '/';
}
