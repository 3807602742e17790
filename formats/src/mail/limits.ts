/** Bytes. Longer messages are not read: the large mail services take 25 MB. */
export const longestMessage = 26 * 1024 * 1024;
/** Lines of one message where they are shorter than `shortLine` bytes on average: each costs its parser some memory. */
export const mostShortLines = 60_000;
/** The lines of an attachment, of which a message may have many, have 76. */
export const shortLine = 40;
/** Characters of one letter's text or mark-up. The longest alert known has a hundredth of it. */
export const longestBody = 4 * 1024 * 1024;
/** Lines that could be a boundary between the parts of a message. Each part costs memory even where it is empty. */
export const mostBoundaryLines = 20_000;
/** Parts within parts; an alert that was forwarded three times has eight. */
export const deepestParts = 24;
/** Letters within letters that are opened. */
export const deepestLetters = 2;
/** Bytes of all headers of a message. */
export const longestHeaders = 512 * 1024;
