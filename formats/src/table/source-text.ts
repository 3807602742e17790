import type { Vendor } from '../vendors.js';

/** What one cell says that names the journal, the year and the place in it together. */
export interface SourceText {
  readonly journal?: string;
  readonly year?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
}

/**
 * Embase.com: "Invented Nursing (2014) 3:3 (152-160). Date of Publication: 2014". PubMed: "Invent Nurs. 2022
 * Mar;53(2):334-347. doi: …". Undefined where the text is made in neither way.
 */
export function sourceText(text: string, vendor: Vendor | undefined): SourceText | undefined {
  if (vendor === 'embase') return embaseSource(text);
  return vendor === 'pubmed' ? pubmedCitation(text) : undefined;
}

function embaseSource(text: string): SourceText | undefined {
  const found =
    /^(.{1,300}?)\.? \((\d{4})\)(?: (\d[^\s:(]*)?(?::([^\s(]+))?)?(?: (?:Article Number: ([^\s.]+)|\(([^)]{1,40})\)))?/.exec(
      text,
    );
  if (found === null) return undefined;
  const [, journal = '', year = '', volume, issue, article, pages] = found;
  return {
    journal,
    year,
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...((pages ?? article) === undefined ? {} : { pages: pages ?? article ?? '' }),
  };
}

function pubmedCitation(text: string): SourceText | undefined {
  const found = /^(.{1,200}?)\. (\d{4})[^;:.]{0,20}(?:;([^(:;.]{1,20})?(?:\(([^)]{1,30})\))?(?::([^.;]{1,40}))?)?/.exec(
    text,
  );
  if (found === null) return undefined;
  const [, journal = '', year = '', volume, issue, pages] = found;
  return {
    journal,
    year,
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...(pages === undefined ? {} : { pages }),
  };
}
