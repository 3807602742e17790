import type { Ref } from '@throughline/core';
import { type Block, type Item, type Report, type Section, allSections } from '../scene/blocks.js';

/** The fragment of a thing's place: "claims-CL-001". A section's own id has no such beginning. */
export const anchorOf = ({ on, id }: Ref): string => `${on.split('.')[1] ?? on}-${id}`;

/** Where links may lead: every anchor of a document. */
export type Places = ReadonlySet<string>;

/** The places of every thing that a report says. A link to anything else is plain words. */
export function placesOf(report: Report): Places {
  const sections = allSections(report.sections);
  const refs = [...report.lead, ...sections.flatMap(({ blocks }) => blocks)].flatMap(placesIn);
  return new Set([...sections.flatMap((each) => [each.id, ...own(each)]), ...refs.map(anchorOf)]);
}

const own = ({ about }: Section): string[] => (about === undefined ? [] : [anchorOf(about)]);

function placesIn(block: Block): Ref[] {
  switch (block.is) {
    case 'paragraph':
      return block.about === undefined ? [] : [block.about];
    case 'list':
      return block.items.flatMap(placesOfItem);
    case 'table':
      return block.rows.flatMap((row) => [...placeOf(row), ...(row.places ?? []).filter((ref) => ref !== undefined)]);
    case 'facts':
      return block.facts.flatMap(placeOf);
    default:
      return [];
  }
}

const placesOfItem = (item: Item): Ref[] => [...placeOf(item), ...(item.under ?? []).flatMap(placesOfItem)];

const placeOf = ({ about, elsewhere }: { about?: Ref; elsewhere?: boolean }): Ref[] =>
  about === undefined || elsewhere ? [] : [about];

/**
 * The fragment that leads to a thing; undefined where the document has no place for it. A part of a count of the flow
 * ("database.included.database") leads to the count.
 */
export function placeFor(places: Places, ref: Ref): string | undefined {
  const anchor = anchorOf(ref);
  if (places.has(anchor)) return anchor;
  const shorter = ref.on === 'screen.flow' ? ref.id.slice(0, ref.id.lastIndexOf('.')) : '';
  return shorter.includes('.') ? placeFor(places, { ...ref, id: shorter }) : undefined;
}
