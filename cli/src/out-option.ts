import { commandWords } from '@throughline/words';
import type { Option } from './command.js';

/** The file that a command writes. */
export const outOption: Option = { value: 'OUT', short: 'o', needed: true, summary: commandWords.optionSummaries.out };
