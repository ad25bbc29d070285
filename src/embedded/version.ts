import { PACKAGE_VERSION } from './embedded-version.ts';

/** The version of this tool, as its package.json says. */
export const VERSION: string = PACKAGE_VERSION;
