/** Every check of the document, in the order in which they run. */
import type { Check } from './check.ts';

export const allChecks: readonly Check[] = [];
