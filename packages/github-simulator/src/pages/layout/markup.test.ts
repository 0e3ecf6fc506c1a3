import { markup } from './markup';

const EVIL = `<script>alert("x")</script> & 'more'`;

describe('markup', () => {
  it('escapes text between tags and in attributes, and takes markup as it is', () => {
    const inner = markup`<b title="${EVIL}">${EVIL}</b>`;
    expect(markup`${[inner, null, false, 0]}`.text).toBe(
      '<b title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;more&#39;">' +
        '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;more&#39;</b>0',
    );
  });
});
