import { apiHome } from './api-home.ts';
import { backgroundMail } from './background-mail.ts';
import { celery } from './celery.ts';
import { clients } from './clients.ts';
import { cors } from './cors.ts';
import { cursor } from './cursor.ts';
import { django52 } from './django-5.2.ts';
import { django61 } from './django-6.1.ts';
import { docs } from './docs.ts';
import { email } from './email.ts';
import type { Feature } from './feature.ts';
import { functionViews } from './function.ts';
import { genericViews } from './generic.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { granian } from './granian.ts';
import { gunicorn } from './gunicorn.ts';
import { images } from './images.ts';
import { jwt } from './jwt.ts';
import { mailThread } from './mail-thread.ts';
import { mailers } from './mailers.ts';
import { members } from './members.ts';
import { oauth1Docs } from './oauth1-docs.ts';
import { oauth1 } from './oauth1.ts';
import { oauth2Docs } from './oauth2-docs.ts';
import { oauth2 } from './oauth2.ts';
import { newPassword } from './new-password.ts';
import { openRead } from './open-read.ts';
import { owned } from './owned.ts';
import { owner } from './owner.ts';
import { pageNumbers } from './page.ts';
import { pipenv } from './pipenv.ts';
import { postgres } from './postgres.ts';
import { privateAccess } from './private.ts';
import { requirements } from './requirements.ts';
import { searchIndex } from './search-index.ts';
import { session } from './session.ts';
import { signUp } from './sign-up.ts';
import { sqlite } from './sqlite.ts';
import { staff } from './staff.ts';
import { token } from './token.ts';
import { uploads } from './uploads.ts';
import { userRelations } from './user-relations.ts';
import { viewset } from './viewset.ts';
import { website } from './website.ts';

/** Every feature, in the order in which their slots follow each other. */
export const FEATURES: readonly Feature[] = [
  ...[django52, django61],
  ...[pipenv, requirements],
  ...[postgres, sqlite, searchIndex],
  ...[gunicorn, granian],
  ...[website, backgroundMail, mailThread, email, mailers, signUp, apiHome],
  ...[functionViews, genericViews, viewset, pageNumbers, cursor],
  ...[newPassword, session, token, jwt, oauth2, oauth1, clients],
  ...[openRead, members, privateAccess, staff],
  ...[owned, owner, userRelations, uploads, images],
  ...[docs, oauth2Docs, oauth1Docs],
  ...[celery],
  ...[cors],
  ...[github, gitlab],
];
