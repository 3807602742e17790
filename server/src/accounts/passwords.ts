import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * How hard a password is to guess from its hash: scrypt with 32 MB, three times over, one of the settings that OWASP's
 * Password Storage Cheat Sheet names as enough. What a hash was made with stands in it, so that this can grow.
 */
export const usualCost: PasswordCost = { N: 2 ** 15, r: 8, p: 3 };
export interface PasswordCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}
const keyLength = 32;

/** "scrypt:N:r:p:salt:hash". The same letters typed on another keyboard are the same password (NFKC). */
export async function hashPassword(password: string, cost: PasswordCost = usualCost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  const { N, r, p } = cost;
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join(':');
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [name, N, r, p, salt = '', hash = ''] = kept.split(':');
  if (name !== 'scrypt') return false;
  const expected = Buffer.from(hash, 'base64url');
  const found = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function derive(password: string, salt: Buffer, { N, r, p }: PasswordCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 2 * 128 * N * r };
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
