import type { Tag } from '@throughline/core';
import { elementAt, elementsAt, isElement, lineOf, type XmlElement } from '../xml/element.js';
import type { ReadReference } from '../xml/found-records.js';
import { XmlSplitter } from '../xml/splitter.js';
import { tagsOf } from '../xml/tags.js';
import { mostParts } from '../xml/tree.js';
import { containers } from './containers.js';
import { queryFields } from './query.js';
import { rules } from './tags.js';
import { type Place, workFields } from './work.js';

/** The works that one record of Crossref holds: one for what a service gave, many for what a publisher sent. */
export function readRecord(root: XmlElement, raw: string): readonly ReadReference[] {
  const holders = containersIn(root);
  if (holders.length === 0) return root.name === 'query' ? fromQuery(root) : [];
  return holders.flatMap((container) => worksOf(container, raw));
}

function worksOf(container: XmlElement, raw: string): ReadReference[] {
  const path = works[container.name];
  const found = path === undefined ? [] : elementsAt(container, path);
  if (found.length <= 1) {
    const tags = tagsOf({ name: '', attributes: {}, children: [container] }, rules);
    return [read({ container, ...(found[0] === undefined ? {} : { work: found[0] }) }, tags)];
  }
  const shared = sharedTags(container, found);
  const raws = rawsOf(raw, found[0]?.name ?? '', found.length);
  return found.map((work, index) => {
    const own = tagsOf({ name: '', attributes: {}, children: [work] }, rules, `${container.name}/`);
    return {
      ...read({ container, work }, [...shared, ...own]),
      ...(raws === undefined ? {} : { raw: raws[index] ?? raw }),
    };
  });
}

function read(place: Place, tags: readonly Tag[]): ReadReference {
  return { reference: { ...workFields(place), tags }, vendor: 'crossref' };
}

/** What is said of all works once, unless there are so many that saying it to each would fill the memory. */
function sharedTags(container: XmlElement, found: readonly XmlElement[]): readonly Tag[] {
  const own = new Set<XmlElement | string>(found);
  const about = { ...container, children: container.children.filter((child) => !own.has(child)) };
  const tags = tagsOf({ name: '', attributes: {}, children: [about] }, rules);
  return tags.length * found.length > mostParts ? [] : tags;
}

/** Each work's own text; undefined where it cannot be told apart. */
function rawsOf(raw: string, name: string, count: number): readonly string[] | undefined {
  const splitter = new XmlSplitter({ names: [[name]] });
  const split = [...splitter.push(raw), ...splitter.end()].filter((each) => each.kind === 'element');
  return split.length === count ? split.map((each) => each.raw) : undefined;
}

function isContainer(name: string): boolean {
  return (containers as readonly string[]).includes(name);
}

function containersIn(element: XmlElement): XmlElement[] {
  if (isContainer(element.name)) return [element];
  return element.children.filter(isElement).flatMap(containersIn);
}

/** An answer without the record itself: a few fields of the work, if it was found. */
function fromQuery(query: XmlElement): readonly ReadReference[] {
  const found =
    lineOf(elementAt(query, 'doi')) !== undefined || lineOf(elementAt(query, 'article_title')) !== undefined;
  if (!found) return [];
  return [{ reference: { ...queryFields(query), tags: tagsOf(query, rules) }, vendor: 'crossref' }];
}

/** The elements that are a work inside something that holds many. */
const works: Readonly<Record<string, string>> = {
  journal: 'journal_article',
  book: 'content_item',
  conference: 'conference_paper',
  'report-paper': 'content_item',
  database: 'dataset',
  sa_component: 'component_list/component',
};
