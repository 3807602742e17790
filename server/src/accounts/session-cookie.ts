import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Reads the token of a session out of a request's cookies. The sign-in library writes the cookie: the token, a full stop,
 * and a seal (HMAC-SHA-256 in base64) that only the server can make.
 */
export class SessionCookie {
  readonly #key: Buffer;

  constructor(
    private readonly name: string,
    secret: string,
  ) {
    this.#key = Buffer.from(secret, 'utf8');
  }

  /** Undefined where there is none, or somebody else made it. */
  tokenIn(cookies: string): string | undefined {
    const pairs = cookies.split(';').map((pair) => pair.trim());
    const value = pairs.find((pair) => pair.startsWith(`${this.name}=`))?.slice(this.name.length + 1);
    const [, token = '', seal = ''] = /^([^.]+)\.(.+)$/.exec(decoded(value ?? '')) ?? [];
    const right = createHmac('sha256', this.#key).update(token).digest();
    const given = Buffer.from(seal, 'base64');
    return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
