import { plainName } from './plain-name.js';

/** Columns that are known and fill no field: their values are kept with the records, and nobody is told of them. */
const known = `affiliations, affiliation, author affiliation, author affiliations, authors with affiliations, author s id, author ids,
  authors id, addresses, address, author address, reprint addresses, correspondence address, email addresses, emails,
  cited by, cites, citations, cited by count, times cited, times cited wos core, times cited all databases, fwci,
  citing works count, citing patents count, cited reference count, cited references, references, reference count,
  number of cited references, open access, is open access, open access license, open access colour, oa status, funding,
  funding details, funding texts, funding text, funding orgs, funders, sponsors, sponsor, art no, article number, article no,
  conference date, conference location, conference code, conference sponsor, conference host, meeting abstract, coden,
  molecular sequence numbers, chemicals cas, chemicals, tradenames, manufacturers, publication stage, create date, nihms id,
  citation, date added, date modified, date created, added on, month, day, published month, publication month, season, edition,
  series, series title, series volume, series text, short title, number of volumes, num pages, page count, file attachments,
  link attachments, notes file, rights, copyright, copyright year, license, archive, archive location, library catalog,
  call number, extra, automatic tags, access date, date accessed, version, section, country, source country, countries,
  fields of study, research areas, wos categories, web of science index, highly cited status, hot paper status, date of export,
  researcher ids, orcids, orcid, usage count last 180 days since, ids number, microsoft academic id, magid, ref, study, key,
  id, citation key, citekey, file, pdf link, pdf relative path, custom id, publication status, publisher address, alternate title,
  alternate title 1, alternate title 2, alternate title 3, secondary authors, tertiary authors, translators, translator, contributor,
  query date, gs rank, ecc, cites per year, cites per author, author count, age, cites url, citation url, related url, full text url,
  original title, drug tradenames, drug manufacturer, device tradenames, device manufacturer, clinical trial numbers,
  emtree device index terms major focus, asreview time, asreview ranking, exported notes tags, asreview prior, tags,
  study status, study results, conditions, interventions, primary outcome measures, secondary outcome measures, sex, phases,
  enrollment, funder type, study design, completion date, primary completion date, locations, collaborators, acronym, other ids,
  first posted, results first posted, last update posted, recruitment status, countries of recruitment, search, keywords matched`;

const names: ReadonlySet<string> = new Set(known.split(',').map(plainName));

export function isKnownName(name: string): boolean {
  const plain = plainName(name);
  return (
    names.has(plain) ||
    plain.startsWith('authorships') ||
    plain.startsWith('openaccess') ||
    plain.startsWith('bestoalocation')
  );
}
