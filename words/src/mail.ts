import { type Values, fill } from './sentence.js';

/** A letter that the server sends. */
export interface LetterWords {
  readonly subject: string;
  readonly text: string;
}

const letters = {
  invitedToReview: {
    subject: 'An invitation to a review in Throughline',
    text: `{by} invites you to the review

    {title}

as {name}. Open this link to join; it holds until {until}, and for you alone:

    {link}

If you do not know what this is about, nothing happens when you do nothing.
`,
  },
  invitedToServer: {
    subject: 'An invitation to Throughline',
    text: `{by} invites you to the Throughline server

    {origin}

Open this link to make an account; it holds until {until}, and for you alone:

    {link}

If you do not know what this is about, nothing happens when you do nothing.
`,
  },
  reset: {
    subject: 'A new password for Throughline',
    text: `Somebody, most likely you, asked for a new password for your account at

    {origin}

Open this link to set one; it holds for {minutes} minutes:

    {link}

If it was not you, nothing happens when you do nothing: your password stays as it is.
`,
  },
  passwordChanged: {
    subject: 'Your password for Throughline was changed',
    text: `The password of your account at

    {origin}

was changed just now. If it was not you, ask for a new one on the page where you sign in, and tell an administrator.
`,
  },
} as const satisfies Readonly<Record<string, LetterWords>>;
export type LetterName = keyof typeof letters;

/** A letter with its values. What comes from people stays on its line, and cannot add lines of its own. */
export function writeLetter(name: LetterName, values: Readonly<Record<string, string | number>>): LetterWords {
  const { subject, text } = letters[name];
  const lines: Values = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, onOneLine(value)]));
  return { subject: fill(subject, lines), text: fill(text, lines) };
}

const onOneLine = (value: string | number): string | number =>
  typeof value === 'number' ? value : value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 1000);
