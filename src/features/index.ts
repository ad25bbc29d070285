import { apiHome } from './api-home.ts';
import { docs } from './docs.ts';
import type { Feature } from './feature.ts';
import { postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';
import { website } from './website.ts';

/** Every feature, in the order in which their slots follow each other. */
export const FEATURES: readonly Feature[] = [postgres, sqlite, website, apiHome, docs];
