import { lab31 } from './lab31.ts';
import { lab32 } from './lab32.ts';
import { lab33 } from './lab33.ts';
import { lab34 } from './lab34.ts';
import { library } from './library.ts';
import type { Preset } from './preset.ts';

/** Every preset, in the order in which they are shown. */
export const PRESETS: readonly Preset[] = [library, lab31, lab32, lab33, lab34];
