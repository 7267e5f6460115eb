/** The door of products: what people hold in their hands, as content. */
export type * from './content.ts';
