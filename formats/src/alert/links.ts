/**
 * Where a link of a letter really leads, and the link without what names its reader.
 *
 * Mail gateways and click counters wrap addresses in addresses, sign them, and write the reader's own address into them.
 */

/** Hosts whose links carry the true address in this parameter. */
const wrappers: readonly (readonly [host: RegExp, parameter: string])[] = [
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, 'url'],
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, 'q'],
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, 'url'],
  [/^linkprotect\.cudasvc\.com$/, 'a'],
  [/^(?:login|proxy)\b.*(?:proxy|ezp)/, 'url'],
];

const isScholar = (host: string) => /^scholar\.google\.[a-z.]{2,6}$/.test(host);

/** Links within links; what is deeper is no honest letter's. */
const deepest = 6;

/** Characters; of a longer address only the host is looked at. */
const longest = 8000;

export interface Link {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
  /** In their order, as written. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  readonly fragment: string;
}

const pattern = /^(https?):\/\/(?:[^/?#]*@)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;

export function linkOf(address: string): Link | undefined {
  const short = address.length > longest ? (/^https?:\/\/[\w.-]{1,250}\//i.exec(address)?.[0] ?? '') : address.trim();
  const found = pattern.exec(short);
  if (found === null) return undefined;
  const [, scheme = '', host = '', path = '', query = '', fragment = ''] = found;
  const parameters = query.split('&').filter((each) => each !== '');
  return {
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    path,
    parameters: parameters.map((each) => {
      const sign = each.indexOf('=');
      return sign < 0 ? [each, ''] : [each.slice(0, sign), each.slice(sign + 1)];
    }),
    fragment,
  };
}

/** Percent signs read; as it is where they stand for nothing. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const parameterOf = (link: Link, wanted: string): string | undefined =>
  link.parameters.find(([name]) => name === wanted)?.[1];

/** What a share link of Google Scholar repeats of the title. */
export function sharedTitle(address: string): string | undefined {
  const link = linkOf(peeled(address));
  if (link === undefined || !isScholar(link.host) || link.path !== '/scholar_share') return undefined;
  const title = parameterOf(link, 'rt');
  return title === undefined ? undefined : decoded(title.replaceAll('+', ' '));
}

/** True for the link of a Scholar alert that leads to an article. */
export function leadsFromScholar(address: string): boolean {
  const link = linkOf(peeled(address));
  return link !== undefined && isScholar(link.host) && link.path === '/scholar_url';
}

/** The article's own address: out of every wrapper, and without what names the reader. */
export function targetOf(address: string): string {
  const link = linkOf(peeled(address));
  if (link === undefined) return '';
  const target = isScholar(link.host) && link.path === '/scholar_url' ? parameterOf(link, 'url') : undefined;
  return target === undefined ? discreet(link) : targetOf(addressIn(target));
}

/** The link as it may be kept. Cleaned twice is cleaned once. */
export function cleanLink(address: string): string {
  const link = linkOf(peeled(address));
  if (link === undefined) return '';
  if (!isScholar(link.host)) return discreet(link);
  const kept = link.parameters.filter(([name]) => name === 'url' || name === 'rt');
  if (!/^\/scholar_(?:url|share)$/.test(link.path)) return discreet({ ...link, parameters: [], fragment: '' });
  return written({
    ...link,
    parameters: kept.map(([name, value]) => [name, name === 'url' ? inQuery(targetOf(addressIn(value))) : value]),
    fragment: '',
  });
}

/** A parameter may hold an address plainly or percent-encoded. */
function addressIn(value: string): string {
  return /^https?:\/\//i.test(value)
    ? value.replace(/%26/gi, '&').replace(/%3d/gi, '=').replace(/%23/g, '#')
    : decoded(value);
}

/** Plain but for what would end the parameter. */
const inQuery = (address: string) => address.replaceAll('&', '%26').replaceAll('#', '%23');

/** Out of the wrappers of mail gateways and click counters; what a Scholar link leads to stays inside it. */
function peeled(address: string): string {
  let current = address;
  for (let depth = 0; depth < deepest; depth += 1) {
    const inner = innerOf(current);
    if (inner === undefined) return current;
    current = inner;
  }
  return current;
}

function innerOf(address: string): string | undefined {
  const link = linkOf(address);
  if (link === undefined) return undefined;
  for (const [host, name] of wrappers) {
    const value = host.test(link.host) ? parameterOf(link, name) : undefined;
    if (value !== undefined && /^https?(?::|%3a)/i.test(value)) return addressIn(value);
  }
  if (/^urldefense\./.test(link.host)) return outOfDefense(address.slice(0, longest));
  // Click counters: ".../CL0/https:%2F%2Fwww.example.org%2Fpaper/1/0101…"
  const counted = /\/(https?:%2f%2f[^/?#]+)/i.exec(link.path)?.[1];
  return counted === undefined ? undefined : decoded(counted);
}

/** Version 3 writes "/v3/__ADDRESS__;…", with "*" for characters that stand elsewhere; 2 writes "-" for "%", "_" for "/". */
function outOfDefense(address: string): string | undefined {
  const third = /\/v3\/__(https?:\/{1,2}.{1,4000}?)__;/i.exec(address)?.[1];
  if (third !== undefined) return third.replace(/^(https?):\/(?!\/)/i, '$1://');
  const second = /\/v2\/url\?u=([^&]{1,4000})/i.exec(address)?.[1];
  return second === undefined ? undefined : decoded(second.replaceAll('-', '%').replaceAll('_', '/'));
}

/** Links that act for their reader: ending an alert, changing it. Only the host says anything to others. */
const personal = /unsubscribe|opt-?out|scholar_alerts|list_alerts|cancel_?alert|manage-?_?alert|preferences|mailto/i;

/** Parameters that name a reader, a letter or a campaign. */
const tokens = new Set(
  `scisig hist email_for_op alert_id oi ei sa ved usg ust token access_token auth key apikey sig signature hash
   sid uid user userid user_id usr username cid mid email e-mail mail recipient subscriber subscriberid rid txgid dgcid
   origin ref referrer source src mkt_tok _hsenc _hsmi mc_eid mc_cid trk trackid tracking campaign jobid sessionid
   session jsessionid casa_token casa fbclid gclid elq elqtrackid elqat nossl`.split(/\s+/),
);

const namesSomebody = (text: string) => /@|%40/.test(text);

const isToken = (name: string, value: string): boolean =>
  tokens.has(name.toLowerCase()) ||
  /^utm_/i.test(name) ||
  namesSomebody(value) ||
  (/^[\w.~%=-]{32,}$/.test(value) &&
    /\d/.test(value) &&
    /[A-Z]/.test(value) &&
    /[a-z]/.test(value) &&
    !/^10\./.test(value));

function discreet(link: Link): string {
  const { parameters, path, fragment } = link;
  if (personal.test(path) || parameters.some(([name]) => personal.test(name))) return `${link.scheme}://${link.host}/`;
  return written({
    ...link,
    path: path
      .split('/')
      .map(plainSegment)
      .join('/')
      .replace(/;jsessionid=[^/?]*/i, ''),
    parameters: parameters.filter(([name, value]) => !isToken(name, value)),
    fragment: /=|@|%40/.test(fragment) ? '' : fragment,
  });
}

/** A long run of mixed letters and digits names a letter; a name in a path names somebody. */
function plainSegment(segment: string): string {
  if (namesSomebody(segment) && !/^10\.\d/.test(segment)) return 'XX';
  return segment.replace(/[A-Za-z0-9]{32,}/g, (run) =>
    /\d/.test(run) && /[A-Z]/.test(run) && /[a-z]/.test(run) ? 'XX' : run,
  );
}

function written({ scheme, host, path, parameters, fragment }: Link): string {
  const query = parameters.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&');
  return `${scheme}://${host}${path}${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`;
}
