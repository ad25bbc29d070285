import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOOK } from '../../../src/resource/model/book.ts';
import { parseResource } from '../../../src/resource/parse/resource-line.ts';
import { readResource } from '../../../src/resource/parse/resource-json.ts';
import { resourceText } from '../../../src/resource/parse/resource-text.ts';
import { RESOURCES } from '../../answers/resource-arbitrary.ts';

describe('resourceText', () => {
  test('writes the book as its line', () => {
    expect(resourceText(BOOK)).toBe(
      'Book title:char:250 subtitle:char:250:optional author:char:100 isbn:char:13:unique',
    );
  });

  test.each([
    'Person/people name:char:80 born:date:optional mentor:fk:Person:set_null @ordering=-born,name @str=name',
    'Shirt size:choice:S=Small,XL=Extra_large level:choice:1=Low,2=High:default=2 month:choice:01,02',
    'Post owner:protect author:owner:related_name=posts tags:m2m:Tag:through=Tagging:related_name=posts',
    'Stock price:decimal:10,2:default=9.90 rate:float:default=0.5 sold:boolean:default=false data:json:default={} list:json:default=[] note:text:default=',
    'Event day:date:default=today at:datetime:default=now made:datetime:auto_now_add seen:datetime:auto_now key:uuid @unique=day,at @unique=day,key @pk=uuid',
    'Log count:biginteger:default=9223372036854775807 took:duration:default=P1DT2H address:genericipaddress:default=127.0.0.1',
  ])('reads and writes %s', (line) => {
    const outcome = parseResource(line);
    expect('value' in outcome ? resourceText(outcome.value) : outcome.problems).toBe(line);
  });

  test('says in JSON what a line cannot hold', () => {
    const outcome = readResource({
      name: 'Shop',
      fields: [{ name: 'motto', type: 'char', max_length: 80, default: 'Open: 9, daily' }],
    });
    expect('value' in outcome ? resourceText(outcome.value) : '').toBe(
      '{"name":"Shop","fields":[{"name":"motto","type":"char","max_length":80,"default":"Open: 9, daily"}]}',
    );
  });

  test('is undone by parseResource, and its JSON by readResource, for every valid resource', () => {
    fc.assert(
      fc.property(RESOURCES, (resources) => {
        for (const resource of resources) {
          expect(parseResource(resourceText(resource))).toEqual({ value: resource });
          expect(readResource(JSON.parse(JSON.stringify(resource)))).toEqual({ value: resource });
        }
      }),
      { numRuns: 150 },
    );
  });
});
