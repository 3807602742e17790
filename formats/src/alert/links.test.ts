import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discreetText } from './discreet-text.js';
import { identifiersOf } from './identifiers.js';
import { cleanLink, leadsFromScholar, sharedTitle, targetOf } from './links.js';

const article = 'https://journals.example.org/doi/10.5555/a.1';

describe('where a link leads', () => {
  it.each([
    `http://scholar.google.com/scholar_url?url=${article}&hl=en&sa=X&scisig=AAG&oi=scholaralrt&hist=h:1`,
    `https://scholar.google.co.uk/scholar_url?hl=en&url=${encodeURIComponent(article)}&scisig=AAG`,
    `https://www.google.com/url?q=${encodeURIComponent(article)}&source=gmail&usg=AOv`,
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(article)}&data=05%7Creader%40example.org`,
    `https://urldefense.com/v3/__${article}__;!!abc!signed$`,
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__journals.example.org_doi_10.5555_a.1&d=DwMF&c=x',
    `https://click.notification.example.com/CL0/${encodeURIComponent(article).replaceAll('%3A', ':')}/1/0101018-a/x=7`,
    `https://login.ezproxy.example.edu/login?url=${article}`,
    `${article}?utm_source=alert&email=reader%40example.org`,
  ])('%s leads to the article', (address) => {
    expect(targetOf(address)).toBe(article);
  });

  it('keeps what an article needs to be found', () => {
    const address = 'https://www.example.org/view.php?id=17&lang=en&format=pdf#s2';
    expect(targetOf(address)).toBe(address);
    expect(targetOf('http://scholar.google.com/scholar_url?url=https://x.example/a?b=1%26c=2&hl=en')).toBe(
      'https://x.example/a?b=1&c=2',
    );
  });

  it('says nothing of links that act for their reader', () => {
    expect(cleanLink('https://scholar.google.com/scholar_alerts?view_op=list&alert_id=ZZ')).toBe(
      'https://scholar.google.com/',
    );
    expect(cleanLink('https://mail.example.org/unsubscribe/ZZ?u=9')).toBe('https://mail.example.org/');
    expect(cleanLink('https://reader:secret@example.org/a')).toBe('https://example.org/a');
    expect(targetOf('javascript:alert(1)')).toBe('');
  });

  it('knows the links of Scholar also inside others', () => {
    const share = 'http://scholar.google.com/scholar_share?ss=tw&rt=Rooms+%26+doors&scisig=AAG';
    expect(sharedTitle(share)).toBe('Rooms & doors');
    expect(sharedTitle(article)).toBeUndefined();
    expect(
      leadsFromScholar(
        `https://www.google.com/url?q=${encodeURIComponent(`http://scholar.google.de/scholar_url?url=${article}`)}`,
      ),
    ).toBe(true);
  });
});

describe('text without tokens', () => {
  it('blanks addresses and cleans links as mark-up writes them', () => {
    expect(
      discreetText(
        '<a href="http://scholar.google.com/scholar_url?url=https://x.example/a&amp;hl=en&amp;scisig=T">a</a>, Ann@x.example',
      ),
    ).toBe('<a href="http://scholar.google.com/scholar_url?url=https://x.example/a">a</a>, XX');
  });

  it('leaves the addresses of authors in an export', () => {
    expect(discreetText('AD - a@uni.example. For Me@Home.example', ['me@home.example'])).toBe(
      'AD - a@uni.example. For XX',
    );
  });

  it('has none where a damaged letter leaves them outside of links', () => {
    expect(
      discreetText('p.html"" &hl=en&amp;scisig=AAGB-m0_x">Rooms</a> ht&#p://x.example?email_for_op=r%40x.example'),
    ).toBe('p.html"" &hl=en&amp;">Rooms</a> ht&#p://x.example?');
  });

  it('done twice is done once', () => {
    const piece = fc.constantFrom(
      ...`http:// https:// scholar.google.com /scholar_url ?url= &rt= /scholar_share www.google.com /url ?q= %3A%2F%2F
      https%3A%2F%2F a.example / ? & = # &amp; @ %40 %26 %3D scisig=x unsubscribe ; 10.5555/x AbCdEfGhIjKlMnOpQrStUvWxYz0123456789
      safelinks.protection.outlook.com urldefense.com/v3/__ __; CL0/ < > ' " %`.split(/\s+/),
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const once = discreetText(pieces.join(''));
        expect(discreetText(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('identifiers in an address', () => {
  it.each([
    ['https://www.example.com/doi/full/10.1080/1234.2020.5?src=recsys', { doi: '10.1080/1234.2020.5' }],
    ['https://onlinelibrary.example.com/doi/pdfdirect/10.1111/jan.1234', { doi: '10.1111/jan.1234' }],
    ['https://www.frontiersin.example/articles/10.3389/fx.2020.01/full', { doi: '10.3389/fx.2020.01' }],
    ['https://link.example.com/content/pdf/10.1007/s1-020-7.pdf', { doi: '10.1007/s1-020-7' }],
    ['https://www.medrxiv.example/content/10.1101/2020.01.02.20123v2.full.pdf', { doi: '10.1101/2020.01.02.20123' }],
    ['https://journals.example.org/article?id=10.1371/journal.pone.1', { doi: '10.1371/journal.pone.1' }],
    ['https://www.example.org/10.1016%2Fj.x.2', { doi: '10.1016/j.x.2' }],
    ['https://pubmed.ncbi.nlm.nih.gov/123/', { pmid: '123' }],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC777/pdf/a.pdf', { pmcid: 'PMC777' }],
    ['https://europepmc.org/article/med/456', { pmid: '456' }],
    ['https://arxiv.org/pdf/1912.02972', {}],
  ])('%s', (address, identifiers) => {
    expect(identifiersOf(address)).toEqual(identifiers);
  });
});
