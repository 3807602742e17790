import {
  asId,
  type Claim,
  type PassageId,
  type ReportId,
  type Review,
  standing,
  type Support,
  supportRef,
} from '@throughline/core';
import { sayThing } from '@throughline/evidence';
import { fill, makingWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import { type Draft, type Field, listIn, textIn } from '../../ui/form-draft.js';
import { nextOrder } from '../../ui/next-order.js';
import { passageOptions, reportOptions } from '../../ui/options.js';
import { TakeAway } from '../../ui/TakeAway.js';
import { Acts, editOpener, ThingForm } from '../../ui/ThingForm.js';

const words = makingWords.synthesise;

/** Adds a claim to a construct or a level, with its evidence or, for now, with none. Stands in `Acts`. */
export function NewClaim({
  home,
  opener = words.claimAdd,
}: {
  readonly home: Claim['home'];
  readonly opener?: string;
}) {
  const review = useReview();
  const order = nextOrder(standing(review.synthesise.claims).filter((each) => each.home.id === home.id));
  return (
    <ThingForm
      thing="claim"
      opener={opener}
      fields={(draft) => claimFields(review, [], draft)}
      shape={({ text }, draft) => ({ text, support: supportIn(draft, []) })}
      also={{ home, order }}
      check={quoteWithoutPage}
    />
  );
}

/** Changes what a claim says, takes evidence off it, or adds to it. */
export function ClaimActs({ claim }: { readonly claim: Claim }) {
  const review = useReview();
  return (
    <Acts small>
      <ThingForm
        thing="claim"
        opener={editOpener}
        label={fill(makingWords.form.editIt, { name: claim.text })}
        fields={(draft) => claimFields(review, claim.support, draft)}
        shape={({ text }, draft) => ({ text, support: supportIn(draft, claim.support) })}
        of={claim}
        start={{ kept: claim.support.map((_, at) => String(at)) }}
        check={quoteWithoutPage}
        asksWhy
      />
      <TakeAway thing="claim" of={{ on: 'synthesise.claims', id: claim.id }} />
    </Acts>
  );
}

function claimFields(review: Review, support: readonly Support[], draft: Draft): readonly Field[] {
  const kept: Field = {
    name: 'kept',
    label: words.supportKept,
    sort: 'several',
    options: support.map((each, at) => ({ value: String(at), label: saySupport(review, each) })),
  };
  return [
    { name: 'text', label: words.claimText, sort: 'text', needed: true },
    ...(support.length === 0 ? [] : [kept]),
    ...evidenceFields(review, textIn(draft, 'by')),
  ];
}

function evidenceFields(review: Review, by: string): readonly Field[] {
  const reports = reportOptions(review);
  const passages = passageOptions(review);
  if (reports.length === 0) return [];
  const ways = [
    { value: 'report', label: words.byReport },
    ...(passages.length === 0 ? [] : [{ value: 'passages', label: words.byPassages }]),
  ];
  const fields: Field[] = [{ name: 'by', label: words.by, sort: 'choice', options: ways, empty: words.byNothing }];
  if (by === 'report')
    fields.push(
      { name: 'report', label: words.report, sort: 'choice', needed: true, options: reports },
      { name: 'page', label: words.page, sort: 'line' },
      { name: 'quote', label: words.quote, sort: 'text', rows: 2 },
    );
  if (by === 'passages')
    fields.push({ name: 'passages', label: words.passages, sort: 'several', needed: true, options: passages });
  return fields;
}

/** What is kept of the evidence that was there, and what was added: with its page a report is a locator. */
function supportIn(draft: Draft, before: readonly Support[]): Support[] {
  const kept = before.filter((_, at) => listIn(draft, 'kept').includes(String(at)));
  const by = textIn(draft, 'by');
  if (by === 'passages')
    return [
      ...kept,
      ...listIn(draft, 'passages').map((id) => ({ by: 'passage' as const, passage: asId<PassageId>(id) })),
    ];
  if (by !== 'report') return kept;
  const report = asId<ReportId>(textIn(draft, 'report'));
  const [page, quote] = [textIn(draft, 'page').trim(), textIn(draft, 'quote').trim()];
  if (page === '') return [...kept, { by: 'citation', report }];
  return [...kept, { by: 'locator', report, page, ...(quote === '' ? {} : { quote }) }];
}

const quoteWithoutPage = (draft: Draft) =>
  textIn(draft, 'by') === 'report' && textIn(draft, 'quote').trim() !== '' && textIn(draft, 'page').trim() === ''
    ? { words: words.quoteNeedsPage, field: 'page' }
    : undefined;

function saySupport(review: Review, support: Support): string {
  const ref = supportRef(support);
  const name = sayThing(review, ref)?.name ?? ref.id;
  return support.by === 'locator' ? `${name}, ${support.page}` : name;
}
