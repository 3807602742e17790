/** Volume, issue and pages, from what follows the year: "68(672):e487–94", "2023: e8488615", "1–7", "7(7)". */
export interface PlaceInPrint {
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
}

const pattern = /^(?<volume>[^():]*?) ?(?:\((?<issue>[^()]*)\))? ?(?:: ?(?<pages>[^:]+))?$/;
const range = /^[a-z]?\d+ ?[-–] ?[a-z]?\d+$/i;
/** Letters and digits mixed: an article's number ("bjgp19X705569"), which stands where a volume would. */
const articleNumber = /^(?=.*\d)(?=.*[a-z])[a-z0-9.]+$/i;

/** Undefined where the text is not of this form. */
export function placeInPrint(text: string): PlaceInPrint | undefined {
  const bare = text.trim().replace(/\.$/, '');
  const parts = pattern.exec(bare)?.groups;
  if (parts === undefined || bare === '') return undefined;
  const { volume = '', issue, pages } = parts;
  if (volume.length > 30) return undefined;
  if (issue === undefined && pages === undefined && (range.test(volume) || articleNumber.test(volume))) {
    return { pages: volume };
  }
  return {
    ...(volume === '' ? {} : { volume }),
    ...(issue === undefined || issue === '' ? {} : { issue: issue.trim() }),
    ...(pages === undefined ? {} : { pages: pages.trim() }),
  };
}
