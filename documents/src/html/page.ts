import { createHash } from 'node:crypto';
import type { Review } from '@throughline/core';
import { freeze } from '@throughline/core';
import { reportWords } from '@throughline/words';
import type { Report, Section } from '../scene/blocks.js';
import { blockHtml } from './block.js';
import { placeAttributes } from './line.js';
import { Markup, attributes, html } from './markup.js';
import { type Places, placesOf } from './places.js';
import { style } from './style.js';

/** The reader that goes into the page, and the review that it reads. */
export interface WithReader {
  readonly script: string;
  readonly style: string;
  readonly review: Review;
  readonly people: Readonly<Record<string, string>>;
}

/** The page asks for nothing from anywhere, whatever is written in it. */
const allowed = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Beside that only the reader itself, known by its hash, so that nothing in the review can become a script. */
const allowedWith = (script: string): string =>
  `${allowed}; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'; font-src data:; img-src data:`;

/** A report as one HTML page that needs nothing else: it opens from disk, prints, and is read aloud. */
export function pageHtml(report: Report, reader?: WithReader): string {
  const places = placesOf(report);
  const banner = report.banner === undefined ? undefined : html`<p class="banner" role="note">${report.banner}</p>\n`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${reader === undefined ? allowed : allowedWith(scriptOf(reader))}">
<title>${report.title}</title>
<style>${new Markup(withoutEnd(style + (reader?.style ?? ''), 'style'))}</style>
</head>
<body>
<a class="skip" href="#report">${reportWords.skip}</a>
${banner}<header>
<h1>${report.title}</h1>
${report.lead.map((block) => blockHtml(block, places))}</header>
${contents(report)}<main id="report">
${report.sections.map((section) => sectionHtml(section, places, 2))}</main>
${reader === undefined ? undefined : readerHtml(reader)}</body>
</html>
`.text;
}

function contents({ sections }: Report): Markup {
  const items = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`);
  return html`<nav aria-label="${reportWords.contents}">\n<ol>\n${items}</ol>\n</nav>\n`;
}

function sectionHtml({ id, title, about, blocks, sections = [] }: Section, places: Places, depth: number): Markup {
  const own = about === undefined ? { id } : placeAttributes(about);
  const name = `h${Math.min(depth, 6)}`;
  const heading = new Markup(`<${name}>${html`${title}`.text}</${name}>\n`);
  const inside = blocks.map((block) => blockHtml(block, places));
  return html`<section${attributes(own)}>\n${heading}${inside}${sections.map((each) => sectionHtml(each, places, depth + 1))}</section>\n`;
}

/** Data for the reader, and the reader. In a script element nothing is escaped but what could end it. */
function readerHtml(reader: WithReader): Markup {
  const data = (id: string, value: unknown) =>
    `<script type="application/json" id="${id}">${freeze(value).replaceAll('<', '\\u003c')}</script>\n`;
  return new Markup(
    `${data('review', reader.review)}${data('people', reader.people)}<script type="module">${scriptOf(reader)}</script>\n`,
  );
}

const scriptOf = ({ script }: WithReader): string => withoutEnd(script, 'script');

/** Code that cannot close the element it stands in: "</script" inside a string reads the same with a backslash. */
const withoutEnd = (code: string, element: string): string =>
  code.replace(new RegExp(`</(?=${element})`, 'gi'), '<\\/');
