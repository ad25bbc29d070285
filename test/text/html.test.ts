import { expect, test } from 'vitest';
import { htmlText } from '../../src/text/html.ts';

test('nothing in a text is markup, or starts a tag or a variable of Django’s templates', () => {
  expect(htmlText('Tom & Jerry’s <b>"best"</b>')).toBe('Tom &amp; Jerry’s &lt;b&gt;&quot;best&quot;&lt;/b&gt;');
  expect(htmlText(`it's {{ settings }} {% now %} {# no #}`)).toBe(
    'it&#x27;s &#123;&#123; settings }} &#123;% now %} &#123;# no #}',
  );
});
