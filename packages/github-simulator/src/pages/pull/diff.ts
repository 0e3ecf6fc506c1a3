import { PullFile } from '../../state/World';
import { Markup, markup } from '../layout/markup';

const KIND: Record<string, string> = {
  '+': 'added',
  '-': 'removed',
  '@': 'hunk',
};

/** One changed file. The signs stay before the lines, so that colour is not all that tells them apart. */
export function fileDiff(file: PullFile): Markup {
  const lines = file.patch.split('\n');
  return markup`<details class="file" open>
    <summary>
      <code>${file.filename}</code>
      <span class="detail">${file.status} · +${file.additions} −${
    file.deletions
  }</span>
    </summary>
    <pre class="diff" tabindex="0" aria-label="Changes of ${
      file.filename
    }">${lines.map(
    line =>
      markup`<span class="${KIND[line.charAt(0)] ?? 'context'}">${line}
</span>`,
  )}</pre>
  </details>`;
}
