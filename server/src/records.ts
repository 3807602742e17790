import {
  type Correction,
  type Decided,
  type ImportId,
  type Reference,
  type ReferenceField,
  type Review,
  type ReviewId,
  correctedFields,
  correctionOf,
  decisionOf,
  groupOf,
  laidOver,
  standing,
} from '@throughline/core';
import { type Keeper, type StoredRecord, searchedWords, wordsAsked } from '@throughline/storage';
import type { RecordList, RecordView } from '@throughline/wire';
import { pageOfAll, pageOfImports } from './gather/record-pages.js';

export interface RecordQuestion {
  readonly text?: string | undefined;
  readonly import?: string | undefined;
  readonly source?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/**
 * A page of the records that are held, as `review` is seen. Records whose import was taken back are not among them. A
 * search finds a record by its corrected words, too: those that only a correction makes known stand on the first page.
 */
export async function pageOfRecords(
  keeper: Pick<Keeper, 'records' | 'pageOfRecords'>,
  review: Review,
  id: ReviewId,
  asked: RecordQuestion,
): Promise<RecordList> {
  const imports = importsAsked(review, asked);
  // Where the viewer sees none, not even how many there are may show (L8).
  if (imports.length === 0) return { records: [], total: 0 };
  const all = asked.import === undefined && asked.source === undefined;
  const question = { id, ...asked };
  const page = await (all ? pageOfAll(keeper, review, question) : pageOfImports(keeper, imports, question));
  const corrected = await foundByCorrection(keeper, review, id, imports, asked.text);
  const first = asked.after === undefined ? corrected : [];
  return { ...page, total: page.total + corrected.length, records: viewsOf(review, [...first, ...page.records]) };
}

/** The imports that stand and that are asked about. */
function importsAsked({ gather }: Review, asked: RecordQuestion): ImportId[] {
  return standing(gather.imports)
    .filter(({ id }) => asked.import === undefined || id === asked.import)
    .filter(({ source }) => asked.source === undefined || source === asked.source)
    .map(({ id }) => id);
}

/** Records whose corrected words hold all that is asked, and whose own do not. Corrections are few: all are looked at. */
async function foundByCorrection(
  keeper: Pick<Keeper, 'records'>,
  review: Review,
  id: ReviewId,
  imports: readonly ImportId[],
  text: string | undefined,
): Promise<StoredRecord[]> {
  const words = wordsAsked(text);
  if (words.length === 0) return [];
  const asked = new Set<string>(imports);
  const ids = standing(review.gather.corrections)
    .map(({ record }) => record)
    .filter((record) => asked.has(review.gather.records.get(record)?.import ?? ''));
  if (ids.length === 0) return [];
  const holdsAll = (reference: Reference) => {
    const held = searchedWords(reference);
    return words.every((word) => held.some((each) => each.startsWith(word)));
  };
  return (await keeper.records(id, ids)).filter((stored) => {
    const correction = correctionOf(review, stored.id);
    return correction !== undefined && !holdsAll(stored.reference) && holdsAll(laidOver(stored.reference, correction));
  });
}

/** Stored records as they are shown; one that the review does not hold, or no longer, is left out. */
export function viewsOf(review: Review, records: readonly StoredRecord[]): RecordView[] {
  return records.flatMap(({ id, raw, reference }) => {
    const row = review.gather.records.get(id);
    if (row === undefined || review.gather.imports.get(row.import)?.trail.gone !== undefined) return [];
    const decided = decisionOf(review, id);
    const group = groupOf(review, id)?.id;
    const { number, lines, import: from } = row;
    const read = { id, number, lines, import: from, raw, ...asCorrected(correctionOf(review, id), reference) };
    return [{ ...read, ...(group === undefined ? {} : { group }), ...(decided === undefined ? {} : said(decided)) }];
  });
}

const said = ({ titleAbstract, fullText, work: { by, inferred } }: Decided): Pick<RecordView, 'decided'> => ({
  decided: { titleAbstract, fullText, by, inferred },
});

function asCorrected(
  correction: Correction | undefined,
  reference: Reference,
): Pick<RecordView, 'reference' | 'asRead' | 'correction'> {
  if (correction === undefined) return { reference };
  const { id, trail } = correction;
  const because = lastReason(correction);
  return {
    reference: laidOver(reference, correction),
    asRead: reference,
    correction: {
      id,
      ...(because === undefined ? {} : { because }),
      fields: Object.fromEntries(
        correctedFields(correction).map((field) => [field, whoSaid(trail, correction, field)]),
      ),
    },
  };
}

/** Who said it, and when: by making the correction, or by a later edit of the field. */
function whoSaid({ made, set }: Correction['trail'], { without }: Correction, field: ReferenceField) {
  const { by, at } = set?.[without?.includes(field) === true ? 'without' : field] ?? made;
  return { by, at };
}

function lastReason({ trail: { made, set = {} } }: Correction): string | undefined {
  const stamps = [made, ...Object.values(set)].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return stamps.findLast(({ because }) => because !== undefined)?.because;
}
