import type { Resource } from '../answers/resource.ts';
import { pageOrdering } from '../answers/resource-queries.ts';
import { tupleAttribute } from './class-attribute.ts';
import { searchFields } from '../answers/searched-fields.ts';
import { relatedRows } from './shown-relations.ts';
import { type SiteField, cardFields, pageFields, siteField } from './site-field.ts';

/** What the pages of the website show. */
export interface SiteContext {
  /** The options of the views, as Python; one that would say nothing is the empty text. */
  readonly ordering: string;
  readonly searchFields: string;
  readonly listSelectRelated: string;
  readonly selectRelated: string;
  readonly prefetchRelated: string;
  /** Whether the tests can tell rows apart by a search. */
  readonly isSearched: boolean;
  readonly fields: readonly SiteField[];
  readonly cardFields: readonly SiteField[];
}

/** What the pages of a resource show: the options of their views, and their fields. */
export function siteContext(resource: Resource, resources: readonly Resource[], isSearched: boolean): SiteContext {
  const list = relatedRows(resource, cardFields(resource), resources);
  const page = relatedRows(resource, resource.fields, resources);
  return {
    ordering: tupleAttribute('ordering', pageOrdering(resource)),
    searchFields: tupleAttribute('search_fields', searchFields(resource)),
    listSelectRelated: tupleAttribute('select_related', list.select),
    selectRelated: tupleAttribute('select_related', page.select),
    prefetchRelated: tupleAttribute('prefetch_related', page.prefetch),
    isSearched,
    fields: pageFields(resource).map((field) => siteField(field, resources)),
    cardFields: cardFields(resource).map((field) => siteField(field, resources)),
  };
}
