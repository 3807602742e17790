/** The secret in an otpauth:// address, as authenticator apps take it; empty where it holds none. */
export function secretIn(uri: string): string {
  return URL.canParse(uri) ? (new URL(uri).searchParams.get('secret') ?? '') : '';
}

/** In groups of four, so that it can be read off. */
export const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';
