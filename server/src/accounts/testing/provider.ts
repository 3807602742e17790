import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpenIdProvider } from '../openid-provider.js';

/** Who signs in at the provider next. */
export interface Person {
  readonly sub: string;
  readonly email: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/** What the provider does that a good one does not. */
export type Misdeed =
  | 'another nonce'
  | 'no nonce'
  | 'another audience'
  | 'another issuer'
  | 'another name of its own'
  | 'another key'
  | 'over'
  | 'no id token'
  | 'refuses';

/** The keys of every provider in a test run: making them takes longer than anything else here. */
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const elsewhere = 'https://elsewhere.example';

interface Asked {
  readonly redirectUri: string;
  readonly nonce: string | undefined;
  readonly challenge: string;
  readonly person: Person;
}

/**
 * A small provider of OpenID Connect on this machine (OpenID Connect Core 1.0, code flow, with PKCE of RFC 7636): it
 * checks what it is told as strictly as the standards let it.
 */
export class Provider {
  readonly #codes = new Map<string, Asked>();
  readonly #server: Server;
  person: Person = { sub: 'nobody', email: 'nobody@example.org' };
  misdeed: Misdeed | undefined;
  /** Every address that was asked for. */
  readonly asked: string[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
  }

  static async start(): Promise<Provider> {
    const provider = new Provider();
    await new Promise<void>((resolve) => provider.#server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  asKnown(more: Partial<OpenIdProvider> = {}): OpenIdProvider {
    return {
      id: 'uni',
      name: 'The university',
      issuer: this.issuer,
      clientId: 'throughline',
      clientSecret: 's3cret',
      ...more,
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    this.asked.push(url.pathname);
    if (url.pathname === '/.well-known/openid-configuration') return send(response, this.#discovery());
    if (url.pathname === '/keys') return send(response, { keys: [this.#publicKey()] });
    if (url.pathname === '/authorize') return this.#authorize(url, response);
    if (url.pathname === '/token') return this.#token(request, new URLSearchParams(await bodyOf(request)), response);
    if (url.pathname === '/userinfo') return send(response, this.person);
    response.writeHead(404).end();
  }

  #discovery() {
    return {
      issuer: this.misdeed === 'another name of its own' ? elsewhere : this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    };
  }

  #publicKey() {
    return { ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' };
  }

  /** Signs in whoever is next, without asking, and leads back. */
  #authorize({ searchParams: said }: URL, response: ServerResponse): void {
    const back = new URL(said.get('redirect_uri') ?? '');
    back.searchParams.set('state', said.get('state') ?? '');
    const challenge = said.get('code_challenge');
    const isWhole =
      said.get('client_id') === 'throughline' &&
      said.get('response_type') === 'code' &&
      said.get('scope')?.split(' ').includes('openid') === true &&
      said.get('code_challenge_method') === 'S256';
    if (!isWhole || challenge === null) throw new TypeError(`not a request of OpenID Connect with PKCE: ${said}`);
    if (this.misdeed === 'refuses') back.searchParams.set('error', 'access_denied');
    else {
      const code = randomBytes(16).toString('hex');
      const nonce = said.get('nonce') ?? undefined;
      this.#codes.set(code, { redirectUri: said.get('redirect_uri') ?? '', nonce, challenge, person: this.person });
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { location: back.href }).end();
  }

  #token(request: IncomingMessage, said: URLSearchParams, response: ServerResponse): void {
    const asked = this.#codes.get(said.get('code') ?? '');
    this.#codes.delete(said.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(said.get('code_verifier') ?? '')
      .digest('base64url');
    const right =
      asked !== undefined &&
      verifier === asked.challenge &&
      said.get('redirect_uri') === asked.redirectUri &&
      secretOf(request, said) === 's3cret';
    if (right) send(response, this.#tokensFor(asked));
    else send(response, { error: 'invalid_grant' }, 400);
  }

  #tokensFor(asked: Asked) {
    const idToken = this.misdeed === 'no id token' ? {} : { id_token: this.#idToken(asked) };
    return { access_token: 'at', token_type: 'Bearer', expires_in: 300, ...idToken };
  }

  #idToken({ nonce, person }: Asked): string {
    const now = Math.floor(Date.now() / 1000);
    const { misdeed } = this;
    const claims = {
      ...person,
      iss: misdeed === 'another issuer' || misdeed === 'another name of its own' ? elsewhere : this.issuer,
      aud: misdeed === 'another audience' ? 'another program' : 'throughline',
      iat: misdeed === 'over' ? now - 7200 : now,
      exp: misdeed === 'over' ? now - 3600 : now + 300,
      ...(misdeed === 'no nonce' ? {} : { nonce: misdeed === 'another nonce' ? 'guessed' : nonce }),
    };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${part(claims)}`;
    const { privateKey } = misdeed === 'another key' ? otherKeys : keys;
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
  }
}

function secretOf({ headers }: IncomingMessage, said: URLSearchParams): string | undefined {
  const basic = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1];
  return basic === undefined
    ? (said.get('client_secret') ?? undefined)
    : Buffer.from(basic, 'base64').toString().split(':')[1];
}

function send(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
