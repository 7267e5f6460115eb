// The use cases' door: a table whose entries load on first use, so that a verb pays only for what it does.
// A use case is added in one line: `check: async () => (await import('./check.ts')).checkDocument,`.
import type { Live } from './live/live.ts';
import type { OpenLive } from './live/opening.ts';
import type { UseCases } from './use-cases.ts';

export type { Feed, Frame } from './live/feed.ts';
export type { Change, Live, ProductRequest } from './live/live.ts';
export type { OpenLive } from './live/opening.ts';
export type * from './use-cases.ts';
export { productFormats, productNames } from './use-cases.ts';

export const useCases = {
  check: async () => (await import('./check.ts')).checkDocument,
  plan: async () => (await import('./plan.ts')).planExercise,
  rehearse: async () => (await import('./rehearse.ts')).rehearseExercise,
  assess: async () => (await import('./assess.ts')).assessLog,
  publish: async () => (await import('./publish.ts')).publishProduct,
  export: async () => (await import('./export.ts')).exportExercise,
  new: async () => (await import('./new.ts')).newExercise,
  import: async () => (await import('./import.ts')).importLog,
  admit: async () => (await import('./admit.ts')).admitPerson,
  verify: async () => (await import('./verify.ts')).verifyLog,
} as const satisfies Partial<UseCases>;

/** Opens a live exercise; loaded when first asked for, like the use cases. */
export const openLive = async (options: OpenLive): Promise<Live> => (await import('./live/open-live.ts')).openLive(options);

/** A short mark of a folder's content. */
export const documentMark = async (directory: string): Promise<string> => (await import('./document.ts')).documentMark(directory);
