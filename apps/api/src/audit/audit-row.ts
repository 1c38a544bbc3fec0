import type { AuditModel } from '@ticketing/contracts';

/** An event as the audit log reads it. */
export interface AuditRow {
  id: number;
  type: string;
  actorId: number | null;
  model: AuditModel;
  /** 0: it happened to several things at once. */
  objectId: number;
  /** What the emitter kept, in the shape of its day. */
  data: object;
  createdAt: Date;
  /** The same to the microsecond, for the cursor. */
  moment: string;
}
