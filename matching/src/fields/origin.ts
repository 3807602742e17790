/** What kind of place a record names, where its kind makes another report of the same work likely. */
export type Origin = 'preprint' | 'registration' | 'conference';

const preprintServers =
  /\b(?:(?:bio|med|chem|psy|soc|edu|eco|agri|earth|eng|law|sport|meta|tech|pale?o|ess|af|ind)?[ao]?rxiv|preprints?|ssrn|research square|osf|authorea|zenodo|repec)\b/;
/** DOIs of preprint servers: arXiv, bioRxiv and medRxiv, PsyArXiv, OSF, SocArXiv, SSRN, Research Square, Preprints.org, ChemRxiv, Authorea. */
const preprintDois =
  /^10\.(?:48550|1101\/(?:\d{4}\.\d{2}\.\d{2}\.|\d{6})|31234|31219|31235|2139|21203|20944|26434|22541)/;
const registers =
  /\b(?:clinicaltrials ?gov|clinical ?trials|isrctn|ictrp|prospero|anzctr|eudract|chictr|drks|trial registry|trials register|trial register)\b/;
const meetings =
  /\b(?:conference|congress|meeting|symposium|proceedings|proc|workshop|abstracts?|annual|colloquium|minitrack)\b/;

/** Told by the name of the journal or register, the DOI and the type; `journal` as `plain` writes it. */
export function originOf(journal: string, doi: string | undefined, type: string | undefined): Origin | undefined {
  if (preprintServers.test(journal) || (doi !== undefined && preprintDois.test(doi))) return 'preprint';
  if (registers.test(journal)) return 'registration';
  return type === 'conference' || meetings.test(journal) ? 'conference' : undefined;
}
