import type { Vendor } from '../vendors.js';

/** Who sends alerts, by the end of the address; the first that fits. */
const senders: readonly (readonly [address: RegExp, vendor: Vendor])[] = [
  [/^scholar[a-z]*-noreply@google\.com$/, 'google-scholar'],
  [/@(?:[\w.-]+\.)?ieee\.org$/, 'ieee'],
  [/@(?:[\w.-]+\.)?nih\.gov$/, 'pubmed'],
  [/scopus[\w.-]*@|@(?:[\w.-]+\.)?scopus\.com$/, 'scopus'],
  [/sciencedirect[\w.-]*@|@(?:[\w.-]+\.)?sciencedirect\.com$/, 'sciencedirect'],
  [/embase[\w.-]*@|@(?:[\w.-]+\.)?embase\.com$/, 'embase'],
  [/@(?:[\w.-]+\.)?elsevier\.com$/, 'sciencedirect'],
  [/@(?:[\w.-]+\.)?(?:clarivate|webofscience|webofknowledge|isiknowledge|thomsonreuters)\.com$/, 'web-of-science'],
  [/@(?:[\w.-]+\.)?(?:ebsco|ebscohost|epnet)\.com$/, 'ebsco'],
  [/@(?:[\w.-]+\.)?proquest\.com$/, 'proquest'],
  [/@(?:[\w.-]+\.)?(?:ovid|wolterskluwer)\.com$/, 'ovid'],
  [/@(?:[\w.-]+\.)?apa\.org$/, 'psycnet'],
  [/@(?:[\w.-]+\.)?cochrane(?:library)?\.(?:org|com)$/, 'cochrane'],
  [/@(?:[\w.-]+\.)?wiley\.com$/, 'wiley'],
  [/@(?:[\w.-]+\.)?(?:springer|springernature|nature)\.com$/, 'springer'],
  [/@(?:[\w.-]+\.)?(?:tandfonline|tandf|taylorandfrancis|informa)\.(?:com|co\.uk)$/, 'taylor-francis'],
  [/@(?:[\w.-]+\.)?sagepub\.com$/, 'sage'],
  [/@(?:[\w.-]+\.)?acm\.org$/, 'acm'],
  [/@(?:[\w.-]+\.)?jstor\.org$/, 'jstor'],
  [/@(?:[\w.-]+\.)?lens\.org$/, 'lens'],
  [/@(?:[\w.-]+\.)?dimensions\.ai$/, 'dimensions'],
  [/@(?:[\w.-]+\.)?cabi\.org$/, 'cab'],
  [/@(?:[\w.-]+\.)?(?:europepmc\.org|ebi\.ac\.uk)$/, 'europe-pmc'],
];

/** The database or platform whose alerts come from this address; undefined for everybody else. */
export function senderOf(address: string): Vendor | undefined {
  return address.length > 300 ? undefined : senders.find(([pattern]) => pattern.test(address))?.[1];
}

/** Addresses at which a database or publisher shows one record. */
const records: readonly (readonly [address: RegExp, vendor: Vendor])[] = [
  [/^https?:\/\/ieeexplore\.ieee\.org\/(?:abstract\/)?document\/\d/, 'ieee'],
  [/^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed)\/\d/, 'pubmed'],
  [/^https?:\/\/www\.scopus\.com\/(?:record|inward)\/|^https?:\/\/www\.scopus\.com\/pages\/publications\/\d/, 'scopus'],
  [/^https?:\/\/www\.sciencedirect\.com\/science\/article\//, 'sciencedirect'],
  [/^https?:\/\/[\w.-]*(?:webofscience|webofknowledge)\.com\/.*(?:full-?record|WOS(?::|%3A))/i, 'web-of-science'],
  [/^https?:\/\/[\w.-]*ebsco(?:host)?\.com\/.*(?:AN=|\/details\/)/i, 'ebsco'],
  [/^https?:\/\/[\w.-]*proquest\.com\/.*docview\/\d/i, 'proquest'],
  [/^https?:\/\/[\w.-]*ovid(?:sp|ds)?\.(?:ovid\.)?com\/.*(?:AN=|an=|\.an\.)/, 'ovid'],
  [/^https?:\/\/psycnet\.apa\.org\/(?:record|doi)\//, 'psycnet'],
  [/^https?:\/\/www\.cochranelibrary\.com\/.*doi\/10\./, 'cochrane'],
  [/^https?:\/\/onlinelibrary\.wiley\.com\/doi\//, 'wiley'],
  [/^https?:\/\/link\.springer\.com\/(?:article|chapter)\/10\./, 'springer'],
  [/^https?:\/\/www\.tandfonline\.com\/doi\//, 'taylor-francis'],
  [/^https?:\/\/journals\.sagepub\.com\/doi\//, 'sage'],
  [/^https?:\/\/dl\.acm\.org\/doi\//, 'acm'],
  [/^https?:\/\/europepmc\.org\/(?:article|abstract)\//i, 'europe-pmc'],
];

/** Whose record this address shows; undefined where it shows none. */
export function recordAt(address: string): Vendor | undefined {
  return address.length > 4000 ? undefined : records.find(([pattern]) => pattern.test(address))?.[1];
}
