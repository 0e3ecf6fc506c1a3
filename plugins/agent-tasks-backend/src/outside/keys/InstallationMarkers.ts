import { createHmac } from 'node:crypto';
import { markerMessage, markerOf } from '../../domain/prompt/marker';
import { Markers } from '../../engine/ports/Markers';
import { deriveKey } from './deriveKey';

/**
 * Markers under a key that lies in the database, so that a restored database knows its own tasks
 * again and rotating the configured keys changes no marker.
 */
export class InstallationMarkers implements Markers {
  constructor(private readonly installationId: () => Promise<string>) {}

  async marker(taskId: string, repositoryId: string): Promise<string> {
    const installation = await this.installationId();
    const mac = createHmac('sha256', deriveKey(installation, 'marker'))
      .update(markerMessage(installation, taskId, repositoryId))
      .digest();
    return markerOf(taskId, mac);
  }
}
