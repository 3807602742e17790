import { whenWas } from '@throughline/evidence';
import { adminWords, entranceWords, fill, teamWords } from '@throughline/words';
import type { Invited } from '@throughline/wire';
import { useState } from 'react';
import { admin } from '../house/accounts.js';
import { AskForm } from '../ui/AskForm.js';
import type { Field } from '../ui/form-draft.js';
import { LinkGiven } from '../ui/LinkGiven.js';

const words = teamWords.invite;
const fields: readonly Field[] = [
  { name: 'name', label: adminWords.accounts.name, sort: 'line', needed: true },
  { name: 'email', label: entranceWords.fields.email, sort: 'email', hint: words.emailHint },
];

/** An invitation to an account, without a review. */
export function InviteToServer() {
  const [made, setMade] = useState<{ readonly name: string; readonly invited: Invited }>();
  if (made !== undefined) {
    const { link, mailed, until } = made.invited;
    const note = `${fill(words.made, { name: made.name })} ${fill(words.linkNote, { name: made.name, until: whenWas(until) })}`;
    return <LinkGiven link={link} mailed={mailed} note={note} close={() => setMade(undefined)} />;
  }
  return (
    <AskForm
      label={adminWords.invite.title}
      fields={fields}
      act={adminWords.invite.act}
      quiet
      onAsk={async ({ name = '', email }) => {
        const invited = await admin.invite({ name, ...(email === undefined ? {} : { email }) });
        setMade({ name, invited });
      }}
    />
  );
}
