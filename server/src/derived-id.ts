import { type ChangeId, type Sha256, asId } from '@throughline/core';
import { sha256Of } from '@throughline/storage';

/** As long as core's `idShape` allows. */
const longest = 80;

/**
 * The id of a change that is made from a description, so that making it again is making it once (L14):
 * "demo.claim.CL-001". One that would be too long ends in a hash of the whole.
 */
export function derivedId(...parts: readonly string[]): ChangeId {
  const whole = parts.join('.').replaceAll(/[^A-Za-z0-9._:-]/g, '-');
  if (whole.length <= longest) return asId<ChangeId>(whole);
  const hash: Sha256 = sha256Of(parts.join('.'));
  return asId<ChangeId>(`${whole.slice(0, longest - 17)}.${hash.slice(0, 16)}`);
}
