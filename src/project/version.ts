import { PACKAGE_VERSION } from './embedded.ts';

/** The version of this tool, as its package.json says. */
export const VERSION: string = PACKAGE_VERSION;
