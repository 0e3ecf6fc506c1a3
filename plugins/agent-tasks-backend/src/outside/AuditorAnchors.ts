import { AuditorService } from '@backstage/backend-plugin-api';
import { Anchors, RecordAnchor } from '../engine/ports/Anchors';

/** Tells anchors to the portal's auditor, whose log lies outside the database. */
export class AuditorAnchors implements Anchors {
  constructor(private readonly auditor: AuditorService) {}

  async tell({ since, until, records, root }: RecordAnchor): Promise<void> {
    const event = await this.auditor.createEvent({
      eventId: 'record-anchor',
      severityLevel: 'medium',
      meta: {
        since: new Date(since).toISOString(),
        until: new Date(until).toISOString(),
        records,
        root,
      },
    });
    await event.success();
  }
}
