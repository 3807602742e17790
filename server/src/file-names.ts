/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Names for a file, after a title, until one is free: "what-helps-link-workers", "what-helps-link-workers-2" … Lower-case
 * letters, digits and hyphens, so that a title never becomes a path.
 */
export function* fileNames(title: string, most = 999): Generator<string> {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const name = plain === '' || reserved.test(plain) ? `review-${plain}`.replace(/-$/, '') : plain;
  yield name;
  for (let count = 2; count <= most; count += 1) yield `${name}-${count}`;
}
