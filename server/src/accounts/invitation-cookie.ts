import type { FastifyReply, FastifyRequest } from 'fastify';
import { openIdPath } from './sign-in-library.js';

/** Remembers, while somebody is away at a provider, with which invitation they went. Only this browser has it. */
export class InvitationCookie {
  readonly #secure: boolean;

  constructor(origin: string) {
    this.#secure = origin.startsWith('https://');
  }

  set(reply: FastifyReply, token: string): void {
    this.#send(reply, encodeURIComponent(token), 600);
  }

  clear(reply: FastifyReply): void {
    this.#send(reply, '', 0);
  }

  of({ headers }: FastifyRequest): string | undefined {
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
    const found = pairs.find((pair) => pair.startsWith(`${this.#name}=`))?.slice(this.#name.length + 1);
    return found === undefined || found === '' ? undefined : decoded(found);
  }

  get #name(): string {
    return `${this.#secure ? '__Secure-' : ''}throughline.invitation`;
  }

  #send(reply: FastifyReply, value: string, maxAge: number): void {
    const secure = this.#secure ? '; Secure' : '';
    const cookie = `${this.#name}=${value}; Path=${openIdPath}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
    reply.header('set-cookie', cookie);
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
