import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ris } from '../dist/index.js';
import { foundIn, row } from './read-file.mjs';

/** Files that come with what another program, kept for years by many hands, reads in them. */
export async function expectedFieldRows(folder) {
  const files = join(folder, 'bib', 'fixtures', 'ris');
  const failures = [];
  let asked = 0;
  for (const name of readdirSync(files).filter((each) => each.endsWith('.expected.json'))) {
    const items = JSON.parse(readFileSync(join(files, name), 'utf8'));
    const records = (await foundIn(ris, join(files, name.replace('.expected.json', '.ris')))).filter(
      ({ kind }) => kind === 'record',
    );
    for (const [index, item] of items.entries()) {
      for (const [field, theirs] of [
        ['title', item.title],
        ['abstract', item.abstractNote],
        ['doi', item.DOI],
      ]) {
        if (!theirs) continue;
        asked += 1;
        if (letters(records[index]?.reference[field]) !== letters(theirs))
          failures.push(`${name}: ${field} of item ${index + 1}`);
      }
    }
  }
  return {
    failures,
    rows: [row('RIS', "fields as another program's own tests expect them", asked - failures.length, asked, 0.999)],
  };
}

/** Letters and digits, without mark-up: how the two programs print a field does not matter here. */
function letters(text) {
  return (text ?? '')
    .toLowerCase()
    .replace(/<[^>]+>/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
