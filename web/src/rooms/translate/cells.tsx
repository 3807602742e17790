import type { Cell, Concept, Report } from '@throughline/core';
import { fill, laterWords, makingWords } from '@throughline/words';
import type { Draft, Field, Option } from '../../ui/form-draft.js';
import { MayWork } from '../../ui/MayWork.js';
import { OpenThingForm } from '../../ui/OpenThingForm.js';
import { useSecondOrders } from '../../ui/options.js';
import { useSelection } from '../../ui/selection.js';
import { TakeAway } from '../../ui/TakeAway.js';
import { Acts } from '../../ui/ThingForm.js';
import styles from './Translate.module.css';

const words = makingWords.translate;
const table = laterWords.translate;

interface CellPlace {
  readonly concept: Concept;
  readonly report: Report;
  readonly cell: Cell | undefined;
}

/** What a report says to a concept; choosing it opens its evidence, the button beside it the form. */
export function CellOf({ concept, report, cell, onWrite }: CellPlace & { readonly onWrite: () => void }) {
  const { selected, select } = useSelection();
  const between = { concept: concept.name, report: report.label };
  return (
    <>
      {cell !== undefined && (
        <MayWork>
          <button
            type="button"
            className={styles.cell}
            data-sort={cell.sort}
            aria-current={selected?.id === cell.id}
            onClick={() => select({ on: 'translate.cells', id: cell.id })}
          >
            <span className={styles.sort}>{table.sorts[cell.sort]}</span>
            {cell.reading}
          </button>
        </MayWork>
      )}
      <button
        type="button"
        className={styles.write}
        aria-label={fill(cell === undefined ? words.cellOf : words.cellOfEdit, between)}
        onClick={onWrite}
      >
        {cell === undefined ? words.cellEmpty : makingWords.form.edit}
      </button>
    </>
  );
}

/** Says, in its place, how a report's concept reads in terms of the row. */
export function CellForm({ concept, report, cell, onClose }: CellPlace & { readonly onClose: () => void }) {
  const concepts = useSecondOrders(report.id);
  const title = fill(words.cellTitle, { concept: concept.name, report: report.label });
  return (
    <div>
      <h3>{title}</h3>
      <OpenThingForm
        thing="cell"
        label={title}
        fields={(draft) => cellFields(draft, concepts)}
        of={cell}
        {...(cell === undefined ? { also: { concept: concept.id, report: report.id } } : {})}
        onDone={onClose}
        onLeave={onClose}
      />
      {cell !== undefined && (
        <Acts>
          <TakeAway thing="cell" of={{ on: 'translate.cells', id: cell.id }} onGone={onClose} />
        </Acts>
      )}
    </div>
  );
}

function cellFields(draft: Draft, concepts: readonly Option[]): readonly Field[] {
  const refuted: readonly Field[] = [
    {
      name: 'disagreesAbout',
      label: words.disagreesAbout,
      sort: 'choice',
      empty: words.notSaid,
      options: ['phenomenon', 'setting', 'time', "authors' theory"].map((value) => ({ value, label: value })),
    },
  ];
  return [
    {
      name: 'sort',
      label: words.sort,
      sort: 'choice',
      needed: true,
      options: Object.entries(table.sorts).map(([value, label]) => ({ value, label })),
    },
    ...(draft.sort === 'refutational' ? refuted : []),
    { name: 'reading', label: words.reading, sort: 'text' },
    { name: 'reason', label: words.reason, sort: 'text', rows: 2 },
    { name: 'rests', label: words.rests, sort: 'several', options: concepts, none: words.restsNone },
    { name: 'dissent', label: words.dissent, sort: 'text', rows: 2 },
  ];
}
