import { ApiProperty } from '@nestjs/swagger';
import {
  AUDIT_MODELS,
  type AuditChange,
  type AuditEntry,
  type AuditModel,
  type AuditObject,
} from '@ticketing/contracts';
import { pageOf } from '../../platform/http/page.dto.js';
import { UserRefDto } from '../../users/index.js';

export class AuditChangeDto implements AuditChange {
  @ApiProperty({ description: 'The field, as the API names it.', example: 'role' })
  field: string;

  @ApiProperty({
    description: 'What it was. Null: nothing, or not shown (secrets never are).',
    type: String,
    nullable: true,
    example: 'user',
  })
  from: string | null;

  @ApiProperty({ description: 'What it is since.', type: String, nullable: true, example: 'admin' })
  to: string | null;
}

export class AuditObjectDto implements AuditObject {
  @ApiProperty({ description: 'What kind of thing.', enum: AUDIT_MODELS, example: 'users' })
  model: AuditModel;

  @ApiProperty({ description: 'Its id.', type: 'integer', example: 7 })
  id: number;

  @ApiProperty({
    description: 'What it is called now, or was when it went; null when nobody knows.',
    type: String,
    nullable: true,
    example: 'Ada Lovelace',
  })
  title: string | null;
}

export class AuditEntryDto implements AuditEntry {
  @ApiProperty({ description: 'Id of the entry.', type: 'integer', example: 4711 })
  id: number;

  @ApiProperty({ description: 'What happened.', example: 'user.rights_changed' })
  type: string;

  @ApiProperty({ description: 'Who did it; null: the product did.', type: UserRefDto, nullable: true })
  actor: UserRefDto | null;

  @ApiProperty({
    description: 'What it happened to; null when to no single thing.',
    type: AuditObjectDto,
    nullable: true,
  })
  object: AuditObjectDto | null;

  @ApiProperty({ description: 'Old and new values; empty when nothing compares.', type: [AuditChangeDto] })
  changes: AuditChangeDto[];

  @ApiProperty({ description: 'When.', format: 'date-time', example: '2026-11-24T09:30:00.000Z' })
  created_at: string;
}

export class AuditPageDto extends pageOf(AuditEntryDto) {}
