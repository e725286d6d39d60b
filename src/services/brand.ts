/** A type that only one function can make, so that a checked value can't be mistaken for an unchecked one. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };
