import type { Register } from '@throughline/storage';
import { asked } from './library-problem.js';
import { creating } from './creating.js';
import { SessionCookie } from './session-cookie.js';
import { type SignInOptions, sessionCookieName, sessionEnds, signInLibrary, signInSecret } from './sign-in-library.js';

/** An answer of the sign-in library, with the cookies that have to reach the browser. */
export interface Answered<T> {
  readonly value: T;
  readonly cookies: readonly string[];
}

/** Who is signed in, by the cookie of a request. */
export interface SignedInAs {
  readonly account: string;
  readonly session: string;
  readonly name: string;
  readonly email: string;
  readonly administrator: boolean;
  readonly secondFactor: boolean;
}

/** The first step of signing in is done: this session, or a second step. */
export type FirstStep = { readonly account: string; readonly session: string } | { readonly secondFactor: true };

/** Signing in and out, as the library that keeps sessions does it; each call is one of ours. */
export class TeamSignIn {
  readonly #library: ReturnType<typeof signInLibrary>;
  readonly #cookie: SessionCookie;
  private readonly register: Register;

  constructor(
    private readonly options: SignInOptions,
    private readonly now: () => Date,
  ) {
    this.register = options.register;
    this.#library = signInLibrary(options);
    this.#cookie = new SessionCookie(sessionCookieName(options.origin), signInSecret(options.register));
  }

  /**
   * Undefined where nobody is: no session, one that is over, or a disabled account. A request keeps the session from
   * being idle; `looking` only looks, where no cookie could reach the browser.
   */
  async whoIs(headers: Headers, { looking = false } = {}): Promise<Answered<SignedInAs | undefined>> {
    const token = this.#cookie.tokenIn(headers.get('cookie') ?? '');
    const found = token === undefined ? undefined : await this.register.accounts.bySession(token);
    if (found === undefined) return nobody;
    const now = this.now().getTime();
    const isOver = now >= found.until.getTime() || !isOfToday(now - found.since.getTime());
    if (isOver || found.disabled) return looking ? nobody : { ...(await this.signOut(headers)), value: undefined };
    const { id: account, session, name, email, administrator, secondFactor } = found;
    const value = { account, session, name, email, administrator, secondFactor };
    const notedBefore = sessionEnds.idleMinutes * 60_000 - (found.until.getTime() - now);
    if (looking || notedBefore < sessionEnds.notedEvery * 1000) return { value, cookies: [] };
    return { value, cookies: await this.#noteUse(headers) };
  }

  /** Where that cannot be noted now, on a full disk, reading goes on: the session holds as long as it did. */
  async #noteUse(headers: Headers): Promise<readonly string[]> {
    try {
      const { headers: said } = await this.#library.api.getSession({ headers, returnHeaders: true });
      return said.getSetCookie();
    } catch (error) {
      this.options.onTrouble(error instanceof Error ? error.message : String(error));
      return [];
    }
  }

  async signIn(headers: Headers, email: string, password: string): Promise<Answered<FirstStep>> {
    const call = () => this.#library.api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
    const { answer, session } = await noticed(() => asked(call()));
    const cookies = answer.headers.getSetCookie();
    if ('twoFactorRedirect' in answer.response) return { value: { secondFactor: true }, cookies };
    return { value: session(), cookies };
  }

  /** A code of the authenticator, or one of the backup codes. */
  async secondStep(headers: Headers, code: string): Promise<Answered<{ account: string; session: string }>> {
    const given = { body: { code }, headers, returnHeaders: true } as const;
    const call = () =>
      isAuthenticatorCode(code) ? this.#library.api.verifyTOTP(given) : this.#library.api.verifyBackupCode(given);
    const { answer, session } = await noticed(() => asked(call()));
    return { value: session(), cookies: answer.headers.getSetCookie() };
  }

  async signOut(headers: Headers): Promise<Answered<undefined>> {
    const { headers: said } = await this.#library.api.signOut({ headers, returnHeaders: true });
    return { value: undefined, cookies: said.getSetCookie() };
  }

  /** Ends every other session, and gives this browser a new one. */
  async changePassword(headers: Headers, current: string, next: string): Promise<Answered<undefined>> {
    const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
    const call = this.#library.api.changePassword({ body, headers, returnHeaders: true });
    return { value: undefined, cookies: (await asked(call)).headers.getSetCookie() };
  }

  async beginSecondFactor(headers: Headers, password: string): Promise<{ uri: string; backupCodes: string[] }> {
    const body = { password, method: 'totp' as const };
    const begun = await asked(this.#library.api.enableTwoFactor({ body, headers }));
    if (!('totpURI' in begun)) throw new TypeError('the library began another second factor than was asked for');
    return { uri: begun.totpURI, backupCodes: begun.backupCodes };
  }

  async confirmSecondFactor(headers: Headers, code: string): Promise<Answered<undefined>> {
    const call = this.#library.api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
    return { value: undefined, cookies: (await asked(call)).headers.getSetCookie() };
  }

  async endSecondFactor(headers: Headers, password: string): Promise<Answered<undefined>> {
    const call = this.#library.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true });
    return { value: undefined, cookies: (await asked(call)).headers.getSetCookie() };
  }

  /** The token of a link to a new password; undefined where there is no such account. The work is the same. */
  async resetToken(email: string): Promise<string | undefined> {
    let made: string | undefined;
    const token = (given: string) => {
      made = given;
    };
    await creating.run({ token }, () => this.#library.api.requestPasswordReset({ body: { email } }));
    return made;
  }

  /** Sets another password, signs the account out everywhere, and answers which it was. */
  async reset(token: string, password: string): Promise<string> {
    let whose: string | undefined;
    const passwordReset = (account: string) => {
      whose = account;
    };
    const body = { token, newPassword: password };
    await creating.run({ passwordReset }, () => asked(this.#library.api.resetPassword({ body })));
    if (whose === undefined) throw new TypeError('the library set a password without an account');
    return whose;
  }

  /** Where a browser has to go to sign in with a provider. */
  async leadTo(
    provider: string,
    { back, mayMake }: { readonly back: string; readonly mayMake: boolean },
    headers: Headers,
  ): Promise<Answered<string | undefined>> {
    const body = { provider, callbackURL: back, requestSignUp: mayMake, disableRedirect: true };
    const { response, headers: said } = await asked(
      this.#library.api.signInSocial({ body, headers, returnHeaders: true }),
    );
    return { value: response.url, cookies: said.getSetCookie() };
  }

  /** The way back from a provider: where the browser goes on to. */
  async comeBack(provider: string, query: Record<string, string>, headers: Headers): Promise<Answered<string>> {
    const response = await this.#library.api.callbackOAuth({
      ...{ params: { id: provider }, query, headers, method: 'GET' as const },
      asResponse: true,
    });
    return { value: response.headers.get('location') ?? '/', cookies: response.headers.getSetCookie() };
  }
}

export const isAuthenticatorCode = (code: string): boolean => /^\d{6}$/.test(code);

/**
 * By its age in milliseconds. One from the future was made while the clock was wrong, and would last until that time has
 * come; a little from the future is a clock that was put right, or another process's.
 */
const isOfToday = (age: number): boolean =>
  age <= sessionEnds.hours * 3_600_000 && age >= -sessionEnds.idleMinutes * 60_000;

const nobody: Answered<undefined> = { value: undefined, cookies: [] };

/** Does something with the library, and learns which session it made. */
async function noticed<T>(
  work: () => Promise<T>,
): Promise<{ readonly answer: T; readonly session: () => { account: string; session: string } }> {
  let made: { account: string; session: string } | undefined;
  const signedIn = ({ id, userId }: { id: string; userId: string }) => {
    made = { account: userId, session: id };
  };
  const answer = await creating.run({ signedIn }, work);
  const session = () => {
    if (made === undefined) throw new TypeError('the library answered without a session');
    return made;
  };
  return { answer, session };
}
