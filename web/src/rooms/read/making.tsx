import {
  type Appraisal,
  type Characteristic,
  type Passage,
  type Report,
  type SecondOrder,
  standing,
} from '@throughline/core';
import { fill, makingWords, markingWords as words } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import type { Field, Option } from '../../ui/form-draft.js';
import { TakeAway } from '../../ui/TakeAway.js';
import { Acts, editOpener, ThingForm } from '../../ui/ThingForm.js';

const editOf = (name: string): string => fill(makingWords.form.editIt, { name });

const reportFields: readonly Field[] = [
  { name: 'label', label: words.label, sort: 'line', needed: true },
  { name: 'title', label: words.title, sort: 'text', rows: 2, needed: true },
  { name: 'authors', label: words.authors, sort: 'lines' },
  { name: 'year', label: words.year, sort: 'number', from: 1000, to: 9999 },
  { name: 'journal', label: words.journal, sort: 'line' },
  { name: 'volume', label: words.volume, sort: 'line' },
  { name: 'issue', label: words.issue, sort: 'line' },
  { name: 'pages', label: words.pages, sort: 'line' },
  { name: 'doi', label: words.doi, sort: 'line' },
];

/** Corrects what was taken from the record; the record stays as it came. */
export function ReportForm({ report }: { readonly report: Report }) {
  return (
    <Acts>
      <ThingForm
        thing="report"
        opener={words.reportEdit}
        fields={reportFields}
        of={report}
        shape={({ authors = [], ...said }) => ({ ...said, authors })}
        asksWhy
      />
    </Acts>
  );
}

const characteristicFields: readonly Field[] = [
  {
    name: 'name',
    label: words.characteristicName,
    sort: 'line',
    needed: true,
    suggestions: words.characteristicNames,
  },
  { name: 'value', label: words.characteristicValue, sort: 'text', rows: 2, needed: true },
];

export function NewCharacteristic({ report }: { readonly report: Report }) {
  return (
    <Acts>
      <ThingForm
        thing="characteristic"
        opener={words.characteristicAdd}
        fields={characteristicFields}
        also={{ report: report.id }}
      />
    </Acts>
  );
}

export function CharacteristicActs({ of }: { readonly of: Characteristic }) {
  return (
    <Acts>
      <ThingForm
        thing="characteristic"
        opener={editOpener}
        label={editOf(of.name)}
        fields={characteristicFields}
        of={of}
      />
      <TakeAway thing="characteristic" of={{ on: 'read.characteristics', id: of.id }} />
    </Acts>
  );
}

const appraisalFields: readonly Field[] = [
  { name: 'tool', label: words.tool, sort: 'line', needed: true, suggestions: words.tools },
  { name: 'item', label: words.item, sort: 'line', needed: true },
  {
    name: 'answer',
    label: words.answer,
    sort: 'choice',
    needed: true,
    options: Object.entries(words.answers).map(([value, label]) => ({ value, label })),
  },
  { name: 'because', label: words.because, sort: 'text', rows: 2 },
];

/** The next answer begins with the checklist of the last. */
export function NewAppraisal({ report }: { readonly report: Report }) {
  const last = standing(useReview().read.appraisals).at(-1);
  return (
    <Acts>
      <ThingForm
        thing="appraisal"
        opener={words.appraisalAdd}
        fields={appraisalFields}
        start={{ tool: last?.tool ?? '' }}
        also={{ report: report.id }}
      />
    </Acts>
  );
}

export function AppraisalActs({ of }: { readonly of: Appraisal }) {
  return (
    <Acts>
      <ThingForm thing="appraisal" opener={editOpener} label={editOf(of.item)} fields={appraisalFields} of={of} />
      <TakeAway thing="appraisal" of={{ on: 'read.appraisals', id: of.id }} />
    </Acts>
  );
}

/** A concept of the report's authors, and the marked words it rests on. */
export function SecondOrderForm({ report, of }: { readonly report: Report; readonly of?: SecondOrder }) {
  const options = usePassagesOf(report);
  const fields: readonly Field[] = [
    { name: 'name', label: words.secondOrderName, sort: 'line', needed: true },
    { name: 'definition', label: words.definition, sort: 'text' },
    { name: 'passages', label: words.passages, sort: 'several', options, none: words.passagesNone },
  ];
  return (
    <Acts>
      <ThingForm
        thing="second-order"
        opener={of === undefined ? words.secondOrderAdd : editOpener}
        label={of === undefined ? words.secondOrderAdd : editOf(of.name)}
        fields={fields}
        of={of}
        {...(of === undefined ? { also: { report: report.id } } : {})}
      />
      {of !== undefined && <TakeAway thing="second-order" of={{ on: 'read.secondOrders', id: of.id }} />}
    </Acts>
  );
}

/** The marked words of one report, in the order of its texts. */
function usePassagesOf(report: Report): readonly Option[] {
  const { read } = useReview();
  return standing(read.passages)
    .filter(({ document }) => read.documents.get(document)?.report === report.id)
    .toSorted((a, b) => a.document.localeCompare(b.document) || a.from - b.from)
    .map((passage) => ({ value: passage.id, label: quoteOf(passage) }));
}

const quoteOf = ({ quote, page }: Passage): string =>
  [`“${quote.length > 140 ? `${quote.slice(0, 140)} …` : quote}”`, page].filter((part) => part !== undefined).join(' ');
