import { type Role, roles } from '@throughline/core';
import { fill, roleWords, teamWords } from '@throughline/words';
import { useState } from 'react';
import { teamOf } from '../house/accounts.js';
import { useServer } from '../house/HouseContext.js';
import { AskForm } from '../ui/AskForm.js';
import type { Field } from '../ui/form-draft.js';
import { Part } from '../ui/Page.js';
import styles from './Team.module.css';

const words = teamWords.add;
const fields: readonly Field[] = [
  { name: 'name', label: teamWords.invite.name, sort: 'line', needed: true },
  {
    ...{ name: 'role', label: teamWords.invite.role, sort: 'choice', needed: true },
    options: roles.map((value) => ({ value, label: `${roleWords[value].name}: ${roleWords[value].may}` })),
  },
];

/** Puts somebody new among the people of a review at a desk, where nobody signs in. */
export function AddPart() {
  const { review } = useServer();
  const [said, setSaid] = useState('');
  const add = async ({ name = '', role }: Readonly<Record<string, string>>) => {
    await teamOf(review).add({ name, role: role as Role });
    setSaid(fill(words.added, { name }));
  };
  return (
    <Part title={words.title} note={words.note}>
      <AskForm label={words.title} fields={fields} act={words.act} start={{ role: 'reviewer' }} quiet onAsk={add} />
      <p role="status" className={styles.said}>
        {said}
      </p>
    </Part>
  );
}
