import { createHmac } from 'node:crypto';
import { Boundaries } from '../../engine/ports/Boundaries';
import { deriveKey } from './deriveKey';

const LENGTH = 16;

/** Boundaries from the content itself, under a key of this installation. */
export class KeyedBoundaries implements Boundaries {
  constructor(private readonly installationId: () => Promise<string>) {}

  async boundary(content: string): Promise<string> {
    const key = deriveKey(await this.installationId(), 'boundary');
    return createHmac('sha256', key)
      .update(content)
      .digest('hex')
      .slice(0, LENGTH);
  }
}
