/** The part of Handlebars that renders; the declarations that its package ships for it are empty (4.7). */
declare module 'handlebars/runtime.js' {
  /** What a program of a template gets to work with. */
  export interface Container {
    /** The value of a name; throws where there is none. */
    strict(parent: unknown, name: string): unknown;
    /** The value of a name, or undefined: names from a prototype are refused. */
    lookupProperty(parent: unknown, name: string): unknown;
    /** The value to print: itself, or what it gives where it is a function. */
    lambda(value: unknown, context: unknown): string | number | boolean | null | undefined;
    /** What a block's helper calls to render the program of this number. */
    program(program: number, data: unknown, names: number, blockParams: unknown, depths: unknown): unknown;
    /** Renders nothing. */
    readonly noop: unknown;
  }
  /** A helper, whose last argument says how it was called. */
  export type Helper = (...values: unknown[]) => unknown;
  /** One program of a template. */
  export type Program = (
    container: Container,
    context: unknown,
    helpers: Readonly<Record<string, Helper>>,
    partials: unknown,
    data: unknown,
    blockParams: readonly (readonly unknown[])[],
    depths: readonly unknown[],
  ) => string;
  /** A template in the form that `Handlebars.precompile` gives it. */
  export interface Specification {
    readonly compiler: readonly [number, string];
    readonly useData: boolean;
    readonly useDepths: boolean;
    readonly useBlockParams: boolean;
    readonly main: Program;
    readonly [program: number]: Program;
  }
  interface Runtime {
    readonly VERSION: string;
    registerHelper(name: string, helper: (value: unknown) => string): void;
    template(specification: Specification): (context: object) => string;
  }
  const Handlebars: Runtime & { create(): Runtime };
  export default Handlebars;
}
