/**
 * A type that is `T` at run time and a type of its own to the compiler, so that a unit's identifier cannot be passed for a site's.
 *
 * @example type UnitId = Brand<string, 'UnitId'>;
 */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
