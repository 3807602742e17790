import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Marks the tokens of links that went out by mail and were shown to nobody: whoever brings one back reads that mailbox.
 * The same link, shown to an administrator or to whoever invited, has no mark.
 */
export class Mailed {
  constructor(private readonly key: Buffer) {}

  mark(token: string): string {
    return `${token}.${this.#sealOf(token)}`;
  }

  read(text: string): { readonly token: string; readonly mailed: boolean } {
    const [token = '', seal = ''] = text.split('.');
    const [given, right] = [Buffer.from(seal), Buffer.from(this.#sealOf(token))];
    return { token, mailed: given.length === right.length && timingSafeEqual(given, right) };
  }

  #sealOf(token: string): string {
    return createHmac('sha256', this.key).update(token).digest('base64url');
  }
}
