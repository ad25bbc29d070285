/** The package declares its runtime only under the name without an ending, which Node does not resolve from an ES module. */
declare module 'handlebars/runtime.js' {
  export { default } from 'handlebars';
}
