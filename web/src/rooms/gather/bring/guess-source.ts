import type { Held, Source } from '@throughline/core';
import { standing } from '@throughline/core';
import type { NewSourceSaid } from './brought-file.js';
import type { Good } from './brought-file.js';

/** Platforms that carry databases of other names. */
const hosts = new Set(['ovid', 'ebsco', 'proquest', 'web-of-science']);
/** Programs that a file only went through: they say nothing of where was searched. */
const programs = new Set([
  ...['zotero', 'endnote', 'mendeley', 'jabref', 'citavi', 'refworks'],
  ...['rayyan', 'covidence', 'asreview', 'eppi', 'throughline'],
]);
const kinds: Readonly<Record<string, NewSourceSaid['kind']>> = {
  alert: 'alert',
  'reference-list': 'reference-list',
  docx: 'reference-list',
};

/** What a file itself tells of the source that it came from: a beginning for the person to mend. */
export function guessSource(reading: Good): NewSourceSaid {
  const [vendor] = reading.report.vendors.filter(({ id }) => !programs.has(id));
  const stated = reading.first.map(({ reference }) => reference.database).find((each) => each !== undefined);
  const host = vendor !== undefined && hosts.has(vendor.id) ? vendor.label : undefined;
  return {
    name: stated ?? (host === undefined ? vendor?.label : undefined) ?? titleOf(reading.name),
    kind: kinds[reading.format.id] ?? 'database',
    platform: host ?? '',
    searched: '',
    said: '',
  };
}

/** "ovid_medline-2021.ris" as "ovid medline 2021". */
const titleOf = (name: string): string =>
  (name.split('/').at(-1) ?? name)
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim();

/** A source of that name that is there already and has no file yet: the person documented the search first. */
export function waitingSource(
  sources: Iterable<Held<object> & Source>,
  used: ReadonlySet<string>,
  { name, platform }: NewSourceSaid,
): string | undefined {
  const same = (each: string | undefined, other: string) => (each ?? '').trim().toLowerCase() === other.toLowerCase();
  return standing(sources).find(
    (each) => !used.has(each.id) && same(each.name, name) && (platform === '' || same(each.platform, platform)),
  )?.id;
}
