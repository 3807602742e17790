import type { Report } from '@throughline/core';
import { fill, markingWords as words } from '@throughline/words';
import type { DocumentAnswer } from '@throughline/wire';
import { type FormEvent, useState } from 'react';
import { useServer, useStore } from '../../house/HouseContext.js';
import { newId } from '../../house/new-id.js';
import { upload } from '../../house/ask.js';
import { Button } from '../../ui/Button.js';
import prose from '../../ui/Prose.module.css';
import styles from './Marking.module.css';

/** Brings the text of a report, which is frozen as it comes: passages count in it for ever. */
export function AttachText({ report }: { readonly report: Report }) {
  const server = useServer();
  const store = useStore();
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const attach = async (form: HTMLFormElement) => {
    const file = new FormData(form).get('file');
    if (!(file instanceof File) || file.name === '') return setProblem(words.needsFile);
    setProblem(undefined);
    setSending(file.name);
    try {
      const fields = { report: report.id, document: newId('document') };
      await upload<DocumentAnswer>(server.address('documents'), fields, file);
      form.reset();
      store.announce(fill(words.attached, { name: file.name }));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    return setSending(undefined);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending === undefined) void attach(event.currentTarget);
  };
  return (
    <form className={styles.attach} onSubmit={submit} aria-label={words.attach}>
      <label>
        {words.file}
        <input type="file" name="file" accept=".txt,text/plain" />
      </label>
      <Button type="submit" aria-disabled={sending !== undefined}>
        {words.attach}
      </Button>
      <p className={prose.small}>
        {sending === undefined ? words.attachWhy : fill(words.attaching, { name: sending })}
      </p>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}
