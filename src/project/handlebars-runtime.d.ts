/** The part of Handlebars that renders; the declarations that its package ships for it are empty (4.7). */
declare module 'handlebars/runtime.js' {
  interface Runtime {
    registerHelper(name: string, helper: (value: unknown) => string): void;
    template(specification: Readonly<Record<string, unknown>>): (context: object) => string;
  }
  const Handlebars: Runtime & { create(): Runtime };
  export default Handlebars;
}
