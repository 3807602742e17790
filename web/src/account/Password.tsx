import { accountWords as words, entranceWords } from '@throughline/words';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { aboutNewAccount } from '../entrance/new-account.js';
import { account } from '../house/accounts.js';
import { AskForm } from '../ui/AskForm.js';
import type { Field } from '../ui/form-draft.js';

const { currentPassword, newPassword, passwordHint } = entranceWords.fields;
const fields: readonly Field[] = [
  { name: 'current', label: currentPassword, sort: 'secret', needed: true },
  { name: 'password', label: newPassword, sort: 'secret', isNew: true, hint: passwordHint, needed: true },
];

const about = { ...aboutNewAccount, 'account.wrongPassword': 'current' };

/** Another password, for whoever knows the one there is. */
export function Password() {
  const queries = useQueryClient();
  const [kept, setKept] = useState(false);
  return (
    <>
      <AskForm
        label={words.password}
        fields={fields}
        act={words.passwordKeep}
        quiet
        empties
        about={about}
        onAsk={async ({ current = '', password = '' }) => {
          setKept(false);
          await account.changePassword(current, password);
          setKept(true);
          await queries.invalidateQueries({ queryKey: ['sessions'] });
        }}
      />
      <p role="status">{kept ? words.passwordKept : ''}</p>
    </>
  );
}
