// As much of WebAssembly as is used here: the compilers know neither the browser's types nor these.

declare const compiled: unique symbol;
/** Compiled code; it can be handed to a thread. */
export type Code = { readonly [compiled]: true };

export const wasm = (
  globalThis as unknown as {
    readonly WebAssembly: {
      readonly RuntimeError: ErrorConstructor;
      compile(bytes: Uint8Array): Promise<Code>;
      instantiate(code: Code, imports: object): Promise<object>;
    };
  }
).WebAssembly;
