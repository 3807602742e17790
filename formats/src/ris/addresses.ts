import type { Vendor } from '../vendors.js';

/** Whose address it is. `platform`: nobody but the platform itself writes it into a record. */
export interface AddressOwner {
  readonly vendor: Vendor;
  readonly platform: boolean;
}

/** By the last parts of the host's name. */
const platforms: Readonly<Record<string, Vendor>> = {
  'ovid.com': 'ovid',
  'ebscohost.com': 'ebsco',
  'ebsco.com': 'ebsco',
  'proquest.com': 'proquest',
  'scopus.com': 'scopus',
  'embase.com': 'embase',
  'webofscience.com': 'web-of-science',
  'webofknowledge.com': 'web-of-science',
  'isiknowledge.com': 'web-of-science',
  'lens.org': 'lens',
  'dimensions.ai': 'dimensions',
  'trb.org': 'trid',
  'cabdirect.org': 'cab',
  'cabidigitallibrary.org': 'cab',
  'cochranelibrary.com': 'cochrane',
  'rayyan.ai': 'rayyan',
  'fao.org': 'agris',
};

const publishers: Readonly<Record<string, Vendor>> = {
  'apa.org': 'psycnet',
  'ed.gov': 'eric',
  'ieee.org': 'ieee',
  'acm.org': 'acm',
  'nih.gov': 'pubmed',
  'europepmc.org': 'europe-pmc',
  'dblp.org': 'dblp',
  'openalex.org': 'openalex',
  'jstor.org': 'jstor',
  'tandfonline.com': 'taylor-francis',
  'springer.com': 'springer',
  'sciencedirect.com': 'sciencedirect',
  'wiley.com': 'wiley',
  'sagepub.com': 'sage',
  'exlibrisgroup.com': 'primo',
  'aisnet.org': 'ais',
};

const owned = (hosts: Readonly<Record<string, Vendor>>, platform: boolean) =>
  Object.entries(hosts).map(([host, vendor]): [string, AddressOwner] => [host, { vendor, platform }]);

const owners: ReadonlyMap<string, AddressOwner> = new Map([...owned(publishers, false), ...owned(platforms, true)]);

/** Web of Science's own sort of address, as its exports for reference managers have it. */
const fromIsi: AddressOwner = { vendor: 'web-of-science', platform: true };
const fromScholar: AddressOwner = { vendor: 'google-scholar', platform: false };

/** Undefined for an address of anybody else, and for what is none. A library's proxy ("ezp.uni.example?url=…") is seen through. */
export function vendorOfAddress(address: string): AddressOwner | undefined {
  if (address === '') return undefined;
  if (address.startsWith('<Go to ISI>') || address.startsWith('://')) return fromIsi;
  const inside = address.includes('=http') ? address.lastIndexOf('=http') : -1;
  const from = address.indexOf('://', inside < 0 ? 0 : inside);
  if (from < 0) return undefined;
  const end = address.indexOf('/', from + 3);
  const host = address.slice(from + 3, end < 0 ? undefined : end);
  return owners.get(lastParts(host)) ?? (host.startsWith('scholar.google.') ? fromScholar : undefined);
}

/** "search.ebscohost.com" ends in "ebscohost.com". A library's proxy writes "search-ebscohost-com.proxy.example". */
function lastParts(host: string): string {
  const last = host.lastIndexOf('.');
  return host.slice(host.lastIndexOf('.', last - 1) + 1);
}
