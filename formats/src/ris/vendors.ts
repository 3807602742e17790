/**
 * Whose hand shows in a record, from its tags; and what that vendor writes where it has nothing to say. A platform that
 * names itself comes first, then the program that the record went through, by its habits; then the publisher's page.
 */
import { detached } from '../excerpt.js';
import type { Vendor } from '../vendors.js';
import { type AddressOwner, vendorOfAddress } from './addresses.js';
import { slot, slotsOf, sole, type TagValues } from './tag-values.js';

export function vendorOf(values: TagValues): Vendor | undefined {
  const byName = vendorByName(values);
  if (byName !== undefined && !programs.has(byName)) return byName;
  const address = addressOwner(values);
  if (address?.platform) return address.vendor;
  return byName ?? vendorByNumber(values) ?? vendorByHabit(values) ?? address?.vendor;
}

/** The platform among a record's addresses, or else whoever owns the first of them. */
function addressOwner(values: TagValues): AddressOwner | undefined {
  let first: AddressOwner | undefined;
  for (const tag of addresses) {
    if (!values.has(tag)) continue;
    for (const address of values.all(tag)) {
      const owner = vendorOfAddress(address);
      if (owner?.platform) return owner;
      first ??= owner;
    }
  }
  return first;
}

const addresses = slotsOf(['UR', 'L2', 'LK', 'US']);

/** "No Pagination Specified", "No Publisher Specified": what Ovid prints for a field that is empty. */
export function isNothing(text: string): boolean {
  return /^No (?:\w{1,20} ){1,3}Specified\.?$/i.test(text);
}

const tags = {
  A1: slot('A1'),
  N2: slot('N2'),
  J9: slot('J9'),
  WE: slot('WE'),
  PA: slot('PA'),
  VO: slot('VO'),
  ST: slot('ST'),
};
const [PMID, T1, VL] = [slot('PMID'), slot('T1'), slot('VL')];

function vendorByName(values: TagValues): Vendor | undefined {
  const provider = values.texts[sole.provider];
  const database = values.texts[sole.database];
  const known = (provider && named(provider)) || (database && named(database));
  if (known) return known;
  const program = values.texts[sole.program];
  return program === 'Citavi' ? 'citavi' : undefined;
}

/** Through which a record may have gone after its platform. */
const programs: ReadonlySet<Vendor> = new Set(['zotero', 'mendeley', 'citavi']);

/** How providers and databases begin their names. The first that fits. */
const names: readonly (readonly [Vendor, RegExp])[] = [
  ['ebsco', /^EBSCO/i],
  ['ovid', /^Ovid\b|<[^<>]{4,60}>$/i],
  ['scopus', /^Scopus\b/i],
  ['web-of-science', /^(?:Web of (?:Science|Knowledge)|WoS\b|ISI\b|Clarivate)/i],
  ['proquest', /^(?:ProQuest|PTSDpubs|ABI\/INFORM|Sociological Abstracts|Social Services Abstracts|ASSIA\b|LISA\b)/i],
  ['pubmed', /^(?:PubMed|NLM\b|National Library of Medicine)/i],
  ['embase', /^Embase$/i],
  ['cochrane', /^(?:The )?Cochrane\b/i],
  ['psycnet', /^APA PsycNet/i],
  ['cab', /^CAB\b/i],
  [
    'ebsco',
    /^CINAHL\b|^Academic Search|^(?:a9h|aph|asx|bth|c8h|ccm|cin20|cul|ecn|egh|eric|i3h|jlh|mdc|mnh|psyh|psyhref|rzh|s3h|sih|sxi)$/i,
  ],
  ['lens', /^(?:The )?Lens\b/i],
  ['dimensions', /^Dimensions\b/i],
  ['europe-pmc', /^Europe ?PMC\b/i],
  ['google-scholar', /^Google Scholar/i],
  ['ieee', /^IEEE/i],
  ['acm', /^ACM\b/i],
  ['jstor', /^JSTOR/i],
  ['agris', /^AGRIS/i],
  ['trid', /^TRID\b/i],
  ['eric', /^ERIC\b/i],
  ['dblp', /^DBLP/i],
  ['openalex', /^OpenAlex/i],
  ['sciencedirect', /^ScienceDirect/i],
  ['springer', /^Springer ?Link/i],
  ['wiley', /^Wiley Online/i],
  ['taylor-francis', /^Taylor (?:&|and) Francis/i],
  ['sage', /^SAGE\b/i],
  ['zotero', /^(?:Zotero|DOI\.org|Library Catalog)/i],
  ['mendeley', /^Mendeley/i],
];

/** Names that were looked up already: a file repeats a few. */
const remembered = new Map<string, Vendor | null>();
const mostRemembered = 100;

/** Characters. What is longer is no name. */
const longestName = 200;

function named(name: string): Vendor | undefined {
  const known = remembered.get(name);
  if (known !== undefined) return known ?? undefined;
  if (name.length > longestName) return undefined;
  const found = names.find(([, pattern]) => pattern.test(name))?.[0];
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(detached(name), found ?? null);
  return found;
}

/** Numbers that one database alone gives. */
function vendorByNumber(values: TagValues): Vendor | undefined {
  const accession = values.texts[sole.accession];
  if (accession?.startsWith('WOS:') || values.has(tags.J9) || values.has(tags.WE) || values.has(tags.PA)) {
    return 'web-of-science';
  }
  if (accession?.startsWith('CN-')) return 'cochrane';
  if (accession?.startsWith('rayyan-')) return 'rayyan';
  const own = values.texts[sole.ownNumber];
  if (own !== undefined) return vendorOfOwnNumber(values, own);
  return values.texts[sole.embaseNumber]?.startsWith('L') === true ? 'embase' : undefined;
}

function vendorOfOwnNumber(values: TagValues, own: string): Vendor | undefined {
  if (/^\d{3}-\d{3}-\d{3}-\d{3}-\d{2}[\dX]$/.test(own)) return 'lens';
  if (own.startsWith('rayyan-')) return 'rayyan';
  if (own.startsWith('pub.')) return 'dimensions';
  if (isOvidYear(values)) return 'ovid';
  if (own.startsWith('CN-')) return 'cochrane';
  return /^\d{4}-\d{5}-\d{3}$/.test(own) ? 'psycnet' : undefined;
}

/** The habits of programs that name themselves nowhere. */
function vendorByHabit(values: TagValues): Vendor | undefined {
  // Zotero writes its dates with two or three slashes: "2019///", "2021/04/21/".
  if (/^\d{4}\/\d{0,2}\/\d{0,2}\/[^/]*$/.test(values.texts[sole.date] ?? '')) return 'zotero';
  if (values.has(tags.A1) && isOvidYear(values)) return 'ovid';
  if (/Mendeley Desktop/i.test(values.texts[sole.file] ?? '')) return 'mendeley';
  if (values.has(PMID) && values.has(tags.N2)) return 'psycnet';
  if (values.has(tags.VO) && values.has(VL)) return 'ieee';
  if (values.has(tags.ST) && /^\d*$/.test(values.texts[sole.ownNumber] ?? '')) return 'endnote';
  if (values.has(tags.A1) && values.has(T1) && !notByScholar.some((tag) => values.has(tag))) return 'google-scholar';
  return byPublisher(values) ?? (values.has(T1) ? undefined : bySpringer(values));
}

/** Google Scholar's records are bare: T1, A1, JO, VL, IS, SP, EP, SN, Y1, PB. */
const notByScholar = slotsOf(['TI', 'AU', 'AB', 'N2', 'KW', 'UR', 'DO', 'ID', 'AN', 'JF', 'T2', 'N1', 'PY', 'L1']);

/** "2019//": no other platform leaves both month and day empty like this. */
function isOvidYear(values: TagValues): boolean {
  return /^\d{4}\/\/$/.test(values.texts[sole.withdrawnDate] ?? '');
}

/** Journal platforms of publishers write "doi: …" beside the DOI, and their own name as the publisher. */
function byPublisher(values: TagValues): Vendor | undefined {
  if (!/^doi:/i.test(values.texts[sole.kind] ?? values.texts[sole.note] ?? '')) return undefined;
  const publisher = values.texts[sole.publisher] ?? '';
  if (/^(?:Taylor & Francis|Routledge)/.test(publisher)) return 'taylor-francis';
  if (/^SAGE/i.test(publisher)) return 'sage';
  if (/Wiley/.test(publisher)) return 'wiley';
  return /\bACM\b|Association for Computing/.test(publisher) ? 'acm' : undefined;
}

/** SpringerLink names its records "Lindqvist2019". */
function bySpringer(values: TagValues): Vendor | undefined {
  return /^\p{Lu}[\p{L}'’-]{1,40}\d{4}$/u.test(values.texts[sole.ownNumber] ?? '') ? 'springer' : undefined;
}
