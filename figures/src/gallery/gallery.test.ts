import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { outsideTexts, overlappingTexts, xmlFault } from './faults.js';
import { galleryEntries } from './entries.js';

const pathOf = (name: string): string => fileURLToPath(new URL(`../../gallery/${name}.svg`, import.meta.url));

describe.each(galleryEntries)('the picture $name', ({ name, make }) => {
  const figure = make();

  it('is as it was accepted', () => {
    const [file, changed] = [pathOf(name), pathOf(`${name}-changed`)];
    const same = existsSync(file) && readFileSync(file, 'utf8') === figure.svg;
    if (same) rmSync(changed, { force: true });
    else writeFileSync(changed, figure.svg);
    const says = `${name} changed: look at figures/gallery/${name}-changed.svg, then npm run gallery -- --accept`;
    expect(same, says).toBe(true);
  });

  it('is well-formed XML', () => {
    expect(xmlFault(figure.svg)).toBeUndefined();
  });

  it('keeps its texts apart and inside', () => {
    expect(overlappingTexts(figure)).toEqual([]);
    expect(outsideTexts(figure)).toEqual([]);
  });

  it('has a title and a description that name it', () => {
    const [, ids = ''] = /aria-labelledby="([^"]+)"/.exec(figure.svg) ?? [];
    const [title = '', description = ''] = ids.split(' ');
    expect(figure.svg).toMatch(new RegExp(`<title id="${title}">[^<]+</title>`));
    expect(figure.svg).toMatch(new RegExp(`<desc id="${description}">[^<]+</desc>`));
    expect(figure.svg).toContain('role="img"');
  });

  it('comes out the same twice', () => {
    expect(make().svg).toBe(figure.svg);
  });

  it('has a group for every target', () => {
    const groups = [...figure.svg.matchAll(/<g data-on="([^"]+)" data-id="([^"]+)"/g)].map(([, on, id]) => ({
      on,
      id,
    }));
    expect(groups).toEqual(expect.arrayContaining(figure.targets.map(({ ref }) => ref)));
    expect(groups).toHaveLength(figure.targets.length);
  });
});
