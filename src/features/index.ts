import { apiHome } from './api-home.ts';
import { cors } from './cors.ts';
import { cursor } from './cursor.ts';
import { docs } from './docs.ts';
import type { Feature } from './feature.ts';
import { functionViews } from './function.ts';
import { genericViews } from './generic.ts';
import { granian } from './granian.ts';
import { gunicorn } from './gunicorn.ts';
import { images } from './images.ts';
import { jwt } from './jwt.ts';
import { owner } from './owner.ts';
import { pageNumbers } from './page.ts';
import { postgres } from './postgres.ts';
import { session } from './session.ts';
import { sqlite } from './sqlite.ts';
import { token } from './token.ts';
import { uploads } from './uploads.ts';
import { userRelations } from './user-relations.ts';
import { viewset } from './viewset.ts';
import { website } from './website.ts';

/** Every feature, in the order in which their slots follow each other. */
export const FEATURES: readonly Feature[] = [
  ...[postgres, sqlite],
  ...[gunicorn, granian],
  ...[website, apiHome],
  ...[functionViews, genericViews, viewset, pageNumbers, cursor],
  ...[session, token, jwt],
  ...[owner, userRelations, uploads, images],
  ...[docs, cors],
];
