import { shortLabel } from '@throughline/core';
import {
  commandWords,
  counted,
  fill,
  listed,
  passedOverWords,
  sayNotUnpacked,
  sayProblem,
  sayUnread,
} from '@throughline/words';
import type { Imported, LookedAt } from './import-all.js';
import type { ImportResult } from '@throughline/server';

const words = commandWords.import;
const records = (count: number) => counted(count, 'record');

/** So many places are printed one by one; the JSON has them all. */
const mostPrinted = 20;

/** What became of a file that was taken in, for a person. Problems go to standard error. */
export function importedLines(result: Imported): string[] {
  if ('problem' in result) return [];
  if (!('import' in result)) return [passedBy(result)];
  const { file, read, source, format, known, knownTotal, entered, gone, votes, groups, tokens } = result;
  return [
    fill(words.read, { name: file.name, records: records(read), source, format }),
    ...(knownTotal + known.length + gone === 0
      ? []
      : [fill(words.known, { records: records(knownTotal), entered, gone })]),
    ...reportLines(result),
    ...votes.flatMap(voteLines),
    ...(groups === 0 ? [] : [fill(words.groups, { groups: counted(groups, 'duplicate group') })]),
    ...(tokens ? [words.tokens] : []),
  ];
}

/** What is in a file that was only looked at. */
export function lookedLines(looked: LookedAt): string[] {
  if ('problem' in looked) return [];
  if (!('report' in looked)) return [passedBy(looked)];
  const { name, format, report, first, people, before, compared, tokens } = looked;
  return [
    fill(words.looked, { name, records: records(report.read), format: format.label }),
    ...(before === undefined ? [] : [fill(words.before, { source: before.source })]),
    ...(compared === undefined ? [] : [fill(words.compared, compared)]),
    ...first.map(({ reference }) =>
      fill(words.first, { label: shortLabel(reference), title: reference.title ?? '' }).trimEnd(),
    ),
    ...reportLines(report),
    ...people.map(({ by, stage, ...counts }) =>
      fill(words.people, {
        by: by || words.nameless,
        stage: stage === undefined ? '' : fill(words.atStage, { stage }),
        ...{ include: counts.include, exclude: counts.exclude, maybe: counts.maybe },
      }),
    ),
    ...(tokens ? [words.tokensWill] : []),
  ];
}

type Report = Pick<
  ImportResult,
  'unread' | 'unreadTotal' | 'passedOver' | 'refused' | 'inPart' | 'vendors' | 'notUnderstood'
>;

function reportLines({ unread, unreadTotal, passedOver, refused, inPart, vendors, notUnderstood }: Report): string[] {
  const places = unread.slice(0, mostPrinted).map(({ from, to, reason, values }) => {
    const where = fill(from === to ? words.line : words.lines, { from: String(from), to: String(to) });
    return `  ${fill(words.place, { where, what: sayUnread(reason, values) })}`;
  });
  const passed = Object.entries(passedOver).map(
    ([reason, count]) => `${passedOverWords[reason] ?? reason} (${counted(count, 'line')})`,
  );
  const hands = vendors.map((each) => fill(words.vendor, { label: each.label, records: each.records }));
  const tags = notUnderstood.map((each) => fill(words.tag, { tag: each.tag, records: each.records }));
  return [
    ...(refused === 0 ? [] : [fill(words.refused, { records: records(refused) })]),
    ...(inPart === 0 ? [] : [fill(words.inPart, { records: records(inPart) })]),
    ...(unreadTotal === 0 ? [] : [fill(words.places, { places: counted(unreadTotal, 'place') }), ...places]),
    ...(unreadTotal > places.length ? [`  ${fill(words.more, { count: unreadTotal - places.length })}`] : []),
    ...(passed.length === 0 ? [] : [fill(words.passedOver, { reasons: listed(passed) })]),
    ...(hands.length === 0 ? [] : [fill(words.vendors, { vendors: listed(hands) })]),
    ...(tags.length === 0 ? [] : [fill(words.tags, { tags: listed(tags) })]),
  ];
}

function voteLines({ by, made, standing, unanswered, refused }: ImportResult['votes'][number]): string[] {
  const counts = { made: counted(made, 'vote'), standing, unanswered };
  return [
    fill(words.votes, { by: by || words.nameless, ...counts }),
    ...Object.entries(refused).map(([code, count]) =>
      fill(words.votesRefused, { count: counted(count, 'vote'), reason: sayProblem(code) }),
    ),
  ];
}

const passedBy = ({ path, name, reason }: { path: string; name: string; reason: string }): string =>
  fill(words.notUnpacked, { path, name, reason: sayNotUnpacked(reason) });

export function importedJson(result: Imported): unknown {
  if ('problem' in result) return { name: result.name, error: result.problem };
  return 'import' in result ? { ...result, unread: result.unread.map(withSentence) } : { ...result, passedOver: true };
}

export function lookedJson(looked: LookedAt): unknown {
  if ('problem' in looked) return { name: looked.name, error: looked.problem };
  if (!('report' in looked)) return { ...looked, passedOver: true };
  return { ...looked, report: { ...looked.report, unread: looked.report.unread.map(withSentence) } };
}

const withSentence = (place: ImportResult['unread'][number]) => ({
  ...place,
  sentence: sayUnread(place.reason, place.values),
});
