import { fill, makingWords } from '@throughline/words';
import { useId } from 'react';
import { type Draft, type Field, listIn, textIn } from './form-draft.js';
import { type CommonInput, SecretInput } from './SecretInput.js';
import styles from './ThingForm.module.css';

const words = makingWords.form;

interface FormFieldProps {
  readonly field: Field;
  readonly draft: Draft;
  readonly onChange: (value: Draft[string]) => void;
  /** The id of the sentence that says what is wrong with this field. */
  readonly problem: string | undefined;
}

/** One field of a form, with its label. */
export function FormField(props: FormFieldProps) {
  const { field, draft, onChange } = props;
  if (field.sort === 'several') return <Several {...props} field={field} />;
  if (field.sort === 'yes')
    return (
      <label className={styles.tick}>
        <input
          type="checkbox"
          name={field.name}
          checked={draft[field.name] === true}
          onChange={({ target }) => onChange(target.checked)}
        />
        {field.label}
      </label>
    );
  return <Written {...props} />;
}

/** What is needed says nothing about it; a text that is not says so. A list without a tick is an answer. */
const labelOf = (field: Field): string =>
  field.needed || field.sort === 'choice' ? field.label : fill(words.optional, { label: field.label });

function Written({ field, draft, onChange, problem }: FormFieldProps) {
  const id = useId();
  const hint = field.hint ?? (field.sort === 'lines' ? words.onePerLine : undefined);
  const describedBy = [hint === undefined ? undefined : `${id}-hint`, problem].filter((each) => each !== undefined);
  const common = {
    id,
    name: field.name,
    value: textIn(draft, field.name),
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
    'aria-required': field.needed ?? false,
    'aria-invalid': problem !== undefined,
    ...(describedBy.length === 0 ? {} : { 'aria-describedby': describedBy.join(' ') }),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{labelOf(field)}</label>
      <Control field={field} id={id} common={common} />
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface ControlProps {
  readonly field: Field;
  readonly id: string;
  readonly common: CommonInput;
}

function Control({ field, id, common }: ControlProps) {
  if (field.sort === 'text') return <textarea {...common} rows={field.rows ?? 3} />;
  if (field.sort === 'lines') return <textarea {...common} rows={3} />;
  if (field.sort === 'choice')
    return (
      <select {...common}>
        <option value="">{field.empty ?? (field.needed ? words.choose : words.noneChosen)}</option>
        {field.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  if (field.sort === 'secret') return <SecretInput common={common} isNew={field.isNew ?? false} />;
  if (field.sort === 'email') return <input {...common} type="email" autoComplete="username" spellCheck={false} />;
  if (field.sort === 'code')
    return <input {...common} className={styles.short} autoComplete="one-time-code" spellCheck={false} />;
  const suggestions = field.sort === 'line' ? field.suggestions : undefined;
  return (
    <>
      <input
        {...common}
        className={field.sort === 'line' ? undefined : styles.short}
        inputMode={field.sort === 'number' ? 'numeric' : undefined}
        autoComplete={(field.sort === 'line' && field.autoComplete) || 'off'}
        list={suggestions === undefined ? undefined : `${id}-list`}
      />
      {suggestions !== undefined && (
        <datalist id={`${id}-list`}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </>
  );
}

function Several({ field, draft, onChange, problem }: FormFieldProps & { field: Extract<Field, { sort: 'several' }> }) {
  const chosen = listIn(draft, field.name);
  return (
    <fieldset className={styles.several} aria-describedby={problem}>
      <legend>{field.label}</legend>
      {field.options.length === 0 && <p className={styles.hint}>{field.none ?? words.noneChosen}</p>}
      <div className={styles.options}>
        {field.options.map(({ value, label }) => (
          <label key={value} className={styles.tick}>
            <input
              type="checkbox"
              name={field.name}
              value={value}
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
              }
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
