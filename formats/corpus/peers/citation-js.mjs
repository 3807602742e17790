import { createRequire } from 'node:module';
import { join } from 'node:path';

const kinds = { ris: '@ris/file', bibtex: '@biblatex/text' };

/** Its CSL-JSON. */
export async function reader(folder) {
  const from = createRequire(join(folder, 'package.json'));
  const { plugins } = from('@citation-js/core');
  from('@citation-js/plugin-ris');
  from('@citation-js/plugin-bibtex');
  return async (text, format) =>
    plugins.input
      .chain(text, { forceType: kinds[format], generateGraph: false })
      .map(({ title, abstract, DOI }) => ({ title, abstract, doi: DOI }));
}
