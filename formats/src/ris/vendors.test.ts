import { describe, expect, it } from 'vitest';
import { foundIn, recordsOf } from '../testing/found-in.js';
import { ris } from './format.js';

const typed = (...lines: readonly string[]) => ['TY  - JOUR', 'TI  - A', ...lines, 'ER  - ', ''].join('\n');

async function vendorsIn(text: string) {
  return recordsOf(await foundIn(ris, new TextEncoder().encode(text))).map(({ vendor }) => vendor);
}

describe('the vendor of a RIS record', () => {
  it.each([
    ['ovid', typed('DB  - Ovid MEDLINE(R) ALL <1946 to May 01, 2024>')],
    ['ovid', typed('DB  - Embase <1974 to 2024 May 01>', 'L2  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS')],
    ['ovid', typed('A1  - Vale, Ro', 'Y1  - 2019//', 'N2  - We asked.')],
    ['ebsco', typed('Y1  - 2008/08//', 'DP  - EBSCOhost', 'DB  - ecn')],
    ['ebsco', typed('UR  - https://proxy.example/login?url=https://search.ebscohost.com/login.aspx?db=a')],
    ['proquest', typed('UR  - https://www.proquest.com/docview/1', 'DB  - APA PsycInfo®')],
    ['web-of-science', typed('AN  - WOS:000000000000001')],
    ['web-of-science', typed('J9  - J INV HEALTH', 'UR  - <Go to ISI>://WOS:000000000000001')],
    ['scopus', typed('DB  - Scopus', 'N1  - Export Date: 1 May 2024')],
    ['embase', typed('A1  - Vale R.', 'U2  - L600000001', 'DB  - Embase', 'Y1  - 2014')],
    ['psycnet', typed('PMID  - 1', 'ID  - 2020-00001-001', 'N2  - We asked.', 'M3  - doi:10.5555/a')],
    ['cochrane', typed('AN  - CN-00000001')],
    ['zotero', typed('DA  - 2021/04/21/', 'J2  - J Inv Health')],
    ['zotero', typed('DP  - DOI.org (Crossref)')],
    ['endnote', typed('ST  - A', 'ID  - 42')],
    ['mendeley', typed('L1  - file:///C:/Users/ro/Mendeley Desktop/a.pdf')],
    ['citavi', typed('M4  - Citavi')],
    ['pubmed', typed('DP  - NLM', 'AN  - 12345678')],
    ['rayyan', typed('N1  - RAYYAN-INCLUSION: {"Ada"=>"Included"}')],
    ['asreview', typed('N1  - ASReview_relevant')],
    ['covidence', typed('N1  - Exclusion reason: Wrong design; ')],
    ['lens', typed('ID  - 000-000-000-000-00X', 'UR  - https://lens.org/000-000-000-000-00X')],
    ['dimensions', typed('UR  - https://app.dimensions.ai/details/publication/pub.1')],
    ['trid', typed('UR  - https://example.org/a.pdf', 'UR  - https://trid.trb.org/view/1')],
    ['ieee', typed('VO  - 1', 'VL  - 1', 'Y1  - 4-8 Aug. 2020')],
    ['taylor-francis', typed('N1  - doi: 10.5555/a', 'PB  - Routledge', 'M3  - doi: 10.5555/a')],
    ['sage', typed('M3  - doi: 10.5555/a', 'PB  - SAGE Publications')],
    ['jstor', typed('UR  - http://www.jstor.org/stable/1')],
    ['sciencedirect', typed('UR  - https://www.sciencedirect.com/science/article/pii/S0')],
    ['springer', typed('UR  - https://doi.org/10.5555/a', 'ID  - Lindqvist2019')],
    ['google-scholar', 'TY  - JOUR\nT1  - A\nA1  - Vale, Ro\nJO  - J\nY1  - 2009\nER  - \n'],
    [undefined, typed('PY  - 2009')],
  ])('is %s', async (vendor, text) => {
    expect(await vendorsIn(text)).toEqual([vendor]);
  });

  it('is told by the lines between records where the records do not', async () => {
    const preamble = 'Record #1 of 2\nProvider: John Wiley & Sons, Ltd\nContent: text/plain\n\n';
    expect(await vendorsIn(`${preamble}${typed()}\nRecord #2 of 2\n\n${typed()}`)).toEqual(['cochrane', 'cochrane']);
  });
});
