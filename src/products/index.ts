/** The door of products: what people hold in their hands, as content. */
export { aSmallDocument, type Secrets } from './a-document.ts';
export { aMatter, aSmallLog, aSmallPlan } from './a-matter.ts';
export type * from './content.ts';
export type { InjectPlay, LogMatter, Matter, Told } from './matter.ts';
export { calendarOf, isJoint, type ProductKind, productOf } from './product.ts';
