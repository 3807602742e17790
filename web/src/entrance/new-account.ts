import { entranceWords } from '@throughline/words';
import type { Field } from '../ui/form-draft.js';

const words = entranceWords.fields;

/** What is asked of whoever gets an account. */
export const newAccountFields: readonly Field[] = [
  { name: 'name', label: words.name, sort: 'line', hint: words.nameHint, needed: true, autoComplete: 'name' },
  { name: 'email', label: words.email, sort: 'email', needed: true },
  {
    ...{ name: 'password', label: words.newPassword, sort: 'secret', isNew: true },
    ...{ hint: words.passwordHint, needed: true },
  },
];

/** The field that each refusal of the server is about. */
export const aboutNewAccount: Readonly<Record<string, string>> = {
  'account.weakPassword': 'password',
  'account.shortPassword': 'password',
  'account.longPassword': 'password',
  'account.emailTaken': 'email',
  'account.emailInvalid': 'email',
  'account.setupKeyWrong': 'key',
};
