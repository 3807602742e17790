import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Register } from '@throughline/storage';
import { creating } from './creating.js';
import { isPassword } from './passwords.js';
import type { OpenIdProvider } from './openid-provider.js';
import { passwordLength } from './weak-password.js';

export interface SignInOptions {
  readonly register: Register;
  /** https://review.example.org, without a path. */
  readonly origin: string;
  readonly openId: readonly OpenIdProvider[];
  /** Something of the library's went wrong; it says nothing of people. */
  readonly onTrouble: (message: string) => void;
  readonly hash: (password: string) => Promise<string>;
}

/**
 * Minutes without a request after which a session is over, and hours after which it is in any case (ASVS 3.3.2); that it
 * is used is noted at most every so many seconds.
 */
export const sessionEnds = { idleMinutes: 30, hours: 12, notedEvery: 60 } as const;
/** Seconds for which a link to a new password holds. */
export const resetHolds = 60 * 60;
/** Under this the OpenID calls stand; a provider is told `…/callback/ID` as the address to come back to. */
export const openIdPath = '/api/sign-in/openid';

/**
 * The library that keeps sessions, second factors and OpenID Connect, set up for this server. Its own calls are not
 * published: the routes of this folder ask it, one by one. It makes no account but one that `creating` allows.
 */
export function signInLibrary({ register, origin, openId, onTrouble, hash }: SignInOptions) {
  const secure = origin.startsWith('https://');
  return betterAuth({
    appName: 'Throughline',
    baseURL: origin,
    basePath: openIdPath,
    secret: signInSecret(register),
    database: { ...register.signIn },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (level, message) => isTrouble(level, message) && onTrouble(message) },
    onAPIError: { errorURL: `${origin}/sign-in` },
    // The calls are limited where they are published, for all processes together.
    rateLimit: { enabled: false },
    advanced: {
      disableCSRFCheck: false,
      cookiePrefix: cookiePrefix(origin),
      // The library would put a weaker prefix of its own in front of the names.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      // Lax where a provider leads back to us; what says who somebody is comes with our own requests only.
      cookies: {
        session_token: { attributes: { sameSite: 'strict' } },
        two_factor: { attributes: { sameSite: 'strict' } },
      },
      // Where people connect from is not kept with their sessions.
      ipAddress: { disableIpTracking: true },
    },
    user: {
      modelName: 'accounts',
      additionalFields: {
        administrator: { type: 'boolean', required: true, defaultValue: false, input: false },
        disabled: { type: 'boolean', required: true, defaultValue: false, input: false },
        askedForReset: { type: 'string', required: false, input: false },
      },
    },
    session: {
      modelName: 'sessions',
      expiresIn: sessionEnds.idleMinutes * 60,
      updateAge: sessionEnds.notedEvery,
      // Signing out, or being signed out, holds from the next request on.
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'sign_ins',
      updateAccountOnSignIn: false,
      // Only where both sides showed that they read the mailbox.
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true },
    },
    verification: { modelName: 'verifications', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Length is held by weak-password.ts, in code points and with words of its own.
      minPasswordLength: passwordLength.least,
      maxPasswordLength: 4 * passwordLength.most,
      password: { hash, verify: ({ password, hash: kept }) => isPassword(password, kept) },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: resetHolds,
      onPasswordReset: async ({ user }) => creating.getStore()?.passwordReset?.(user.id),
      sendResetPassword: async ({ token }) => creating.getStore()?.token?.(token),
    },
    databaseHooks: hooks(register),
    plugins: [
      twoFactor({
        issuer: `Throughline (${new URL(origin).host})`,
        schema: { twoFactor: { modelName: 'second_factors' } },
      }),
      genericOAuth({ config: openId.map(providerConfig) }),
    ],
  });
}

/** What the library seals cookies and second factors with. */
export const signInSecret = ({ settings }: Register): string => settings.key('sign-in').toString('base64url');

/** With this prefix a browser takes a cookie from this very host alone, and over TLS alone. */
const cookiePrefix = (origin: string): string => (origin.startsWith('https://') ? '__Host-throughline' : 'throughline');
export const sessionCookieName = (origin: string): string => `${cookiePrefix(origin)}.session_token`;

/** That a disabled account gets no session is meant so. */
const isTrouble = (level: string, message: string): boolean =>
  level === 'error' && message !== 'Failed to create session';

function hooks({ accounts }: Register) {
  return {
    user: {
      create: {
        before: async (user: { emailVerified?: boolean }) => (await creating.getStore()?.mayMake?.(user)) === true,
        after: async ({ id }: { id: string }) => creating.getStore()?.made?.(id),
      },
    },
    session: {
      create: {
        // Whoever is disabled signs in nowhere, by whatever way.
        before: async ({ userId }: { userId: string }) => (await accounts.get(userId))?.disabled === false,
        after: async (session: { id: string; userId: string }) => creating.getStore()?.signedIn?.(session),
      },
    },
    account: {
      create: {
        // A provider's keys to other things are no business of ours.
        before: async () => ({ data: { accessToken: null, refreshToken: null, idToken: null } }),
      },
    },
  };
}

interface Vouched {
  readonly tokens: { readonly idToken?: string | undefined };
  readonly profile: { readonly sub?: unknown; readonly iss?: unknown };
}

function providerConfig({ id, name, issuer, clientId, clientSecret }: OpenIdProvider) {
  return {
    providerId: id,
    name,
    clientId,
    clientSecret,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    pkce: true,
    scopes: ['openid', 'email', 'profile'],
    disableImplicitSignUp: true,
    disableProviderLogout: true,
    accountSubject: ({ tokens, profile }: Vouched) => {
      // Nothing is believed that does not stand in a signed token made for this request, by the issuer that was named to
      // us and not by the one that its discovery document names (OpenID Connect Discovery 1.0, 4.3).
      const isTheirs = profile.iss === undefined || profile.iss === issuer;
      return tokens.idToken !== undefined && profile.sub !== undefined && isTheirs ? String(profile.sub) : '';
    },
  };
}
