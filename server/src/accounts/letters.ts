import { type LetterName, writeLetter } from '@throughline/words';
import type { TeamPlace } from './team-place.js';

/** Sends a letter, and answers whether it was handed over. Without mail, or where it fails, nobody is kept from going on. */
export async function sendLetter(
  { mail, origin, onTrouble }: TeamPlace,
  to: string,
  name: LetterName,
  values: Readonly<Record<string, string | number>>,
): Promise<boolean> {
  if (mail === undefined) return false;
  try {
    await mail.send({ to, ...writeLetter(name, { origin, ...values }) });
    return true;
  } catch (error) {
    onTrouble(`mail could not be sent: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
