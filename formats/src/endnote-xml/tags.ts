import type { Tag } from '@throughline/core';
import { isElement, textOf, type XmlElement } from '../xml/element.js';
import { noteLines, withoutOwnNotes } from '../xml/own-notes.js';
import { type TagRules, tagsOf } from '../xml/tags.js';

/** EndNote's runs of one typeface, and what web pages brought along. */
const rules: TagRules = {
  inline: new Set(['style', 'i', 'b', 'u', 'em', 'strong', 'sub', 'sup', 'span', 'br', 'p', 'font']),
  value: styledText,
};

/** A record's tags, without the notes in which this program put decisions; and all its notes, a line each. */
export function tagsAndNotes(record: XmlElement): { readonly tags: readonly Tag[]; readonly notes: readonly string[] } {
  const all = tagsOf(record, rules);
  const notes = all.flatMap(({ tag, value }) => (isNotes(tag) ? noteLines(value) : []));
  if (notes.length === 0) return { tags: all, notes };
  return { tags: all.flatMap((tag) => (isNotes(tag.tag) ? withoutDecisions(tag) : [tag])), notes };
}

export function isNotes(tag: string): boolean {
  return tag === 'notes' || tag === 'research-notes';
}

/**
 * The runs of an element, as they stand: where a run ends, no blank begins. Line breaks between runs are the layout of
 * whoever printed the file nicely.
 */
export function styledText(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  if (!element.children.some((child) => isElement(child) && child.name === 'style')) return textOf(element);
  const runs = element.children.filter((child) => isElement(child) || !/^\s*\n\s*$/.test(child));
  return runs.map((run) => (isElement(run) ? textOf(run) : run)).join('');
}

function withoutDecisions({ tag, value }: Tag): Tag[] {
  const left = withoutOwnNotes(value);
  return left === '' && value !== '' ? [] : [{ tag, value: left }];
}

/** Every element of EndNote's own description of its XML, and those that other programs add to it. */
const elements = new Set(
  (
    'database source-app rec-number foreign-keys key ref-type contributors authors secondary-authors tertiary-authors ' +
    'subsidiary-authors translated-authors author auth-address auth-affiliaton auth-affiliation titles title ' +
    'secondary-title tertiary-title alt-title short-title translated-title periodical full-title abbr-1 abbr-2 abbr-3 ' +
    'alt-periodical pages volume number issue num-vols edition section reprint-edition reprint-status keywords keyword ' +
    'dates year pub-dates date copyright-dates pub-location publisher orig-pub isbn accession-num call-num report-id ' +
    'coden electronic-resource-num electronic-resource-number abstract label image caption notes research-notes ' +
    'work-type reviewed-item availability remote-source meeting-place work-location work-extent pack-method size ' +
    'repro-ratio remote-database-name remote-database-provider language urls web-urls pdf-urls text-urls related-urls ' +
    'image-urls url access-date modified-date custom1 custom2 custom3 custom4 custom5 custom6 custom7 misc1 misc2 misc3 ' +
    'added-date file name doi pmid pmcid ' +
    'user1 user2 user3 user4 user5 user6 user7 user8 user9 user10 user11 user12 user13 user14 user15 user16 style'
  ).split(' '),
);

export function isKnown(tag: string): boolean {
  return tag.split('/').every((name) => elements.has(name));
}
