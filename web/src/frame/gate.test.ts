import type { Account, AccountId, Session } from '@throughline/wire';
import { asId, type PersonId } from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { insteadOf, ownPage } from './gate.js';

const ana: Account = {
  id: 'ana' as AccountId,
  name: 'Ana',
  email: 'ana@example.org',
  administrator: false,
  secondFactor: false,
};
const signIn = { password: true, openId: [], mail: false } as const;
const desk: Session = { at: 'desk', person: asId<PersonId>('ana'), name: 'Ana', nameAsked: true };
const out: Session = { at: 'server', signIn, empty: false };
const empty: Session = { at: 'server', signIn, empty: true };
const within: Session = { ...out, account: ana };
const leads = (session: Session, path: string, to?: string) => insteadOf(session, path, path, to);

describe('the gate', () => {
  it.each(['/', '/watch', '/watch/read/r-1', '/account'])('asks who comes to %s', (path) => {
    expect(leads(out, path)).toBe(path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`);
  });

  it.each(['/sign-in', '/forgotten', '/reset', '/join/abc'])('lets everybody come to %s', (path) => {
    expect(leads(out, path)).toBeUndefined();
  });

  it('leads to where one was going, once signed in', () => {
    expect(leads(within, '/sign-in', '/watch/read?see=read.reports%2Fr')).toBe('/watch/read?see=read.reports%2Fr');
    expect(leads(within, '/sign-in')).toBe('/');
    expect(leads(within, '/watch')).toBeUndefined();
    expect(leads(within, '/reset')).toBeUndefined();
  });

  it('leads to the set-up where nobody has an account', () => {
    expect(leads(empty, '/watch')).toBe('/setup');
    expect(leads(empty, '/setup')).toBeUndefined();
  });

  it('knows no door on a desk', () => {
    expect(leads(desk, '/watch')).toBeUndefined();
    for (const path of ['/sign-in', '/account', '/admin', '/join/abc']) expect(leads(desk, path)).toBe('/');
  });
});

describe('the way back', () => {
  it.each([
    'https://elsewhere.example',
    '//elsewhere.example/x',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/\t/elsewhere.example',
    'watch',
    '',
  ])('never leaves this server: %j', (to) => {
    expect(new URL(ownPage(to), 'http://127.0.0.1:1').origin).toBe('http://127.0.0.1:1');
    expect(ownPage(to).startsWith('//')).toBe(false);
  });

  it('keeps a page with what is selected on it', () => {
    expect(ownPage('/watch/read?see=a#b')).toBe('/watch/read?see=a#b');
  });
});
