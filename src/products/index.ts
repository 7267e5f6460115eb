/** The door of products: what people hold in their hands, as content. */
export type * from './content.ts';
export type { InjectPlay, LogMatter, Matter, Told } from './matter.ts';
export { calendarOf, isJoint, type ProductKind, productOf } from './product.ts';
