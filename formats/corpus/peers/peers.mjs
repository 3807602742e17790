/** The peers, each with the formats that it says it reads. */
export const peers = [
  { name: '@iebh/reflib', version: '2.3.6', adapter: 'reflib', formats: ['ris', 'nbib', 'endnote-xml'] },
  {
    ...{ name: 'biblatex-csl-converter', version: '3.6.0', adapter: 'biblatex-csl-converter' },
    formats: ['ris', 'nbib', 'enw', 'bibtex'],
  },
  { name: 'citation-js', version: '0.7.21', adapter: 'citation-js', formats: ['ris', 'bibtex'] },
  { name: '@retorquere/bibtex-parser', version: '9.0.29', adapter: 'bibtex-parser', formats: ['bibtex'] },
  { name: 'bibtex-parse', version: '2.1.0', adapter: 'bibtex-parse', formats: ['bibtex'] },
];
