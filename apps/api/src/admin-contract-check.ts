import type * as contracts from '@ticketing/contracts';
import type { AdminUserDetailDto, AdminUserDto } from './admin-users/dto/admin-user.dto.js';
import type { ListAdminUsersQuery } from './admin-users/dto/list-admin-users.query.js';
import type { AdminUpdateUserDto, InviteUserDto } from './admin-users/dto/write-admin-user.dto.js';
import type { AuditChangeDto, AuditEntryDto, AuditObjectDto } from './audit/dto/audit-entry.dto.js';
import type { ReadAuditLogQuery } from './audit/dto/read-audit-log.query.js';
import type { ListTagsQuery } from './tags/dto/list-tags.query.js';
import type { TagDto, TagListDto, TagRefDto } from './tags/dto/tag.dto.js';
import type { CreateTagDto, UpdateTagDto } from './tags/dto/write-tag.dto.js';
import type { ListTemplatesQuery } from './templates/dto/list-templates.query.js';
import type {
  TemplateDto,
  TemplateListDto,
  TicketTemplateDto,
  TicketTemplateListDto,
} from './templates/dto/template.dto.js';
import type {
  CreateTemplateDto,
  ReorderTemplatesDto,
  UpdateTemplateDto,
} from './templates/dto/write-template.dto.js';
import type { JobDto, RetriedJobsDto, RetryDeadJobsDto } from './jobs/dto/job.dto.js';
import type { ListJobsQuery } from './jobs/dto/list-jobs.query.js';
import type { AdminTicketDto } from './admin-tickets/dto/admin-ticket.dto.js';
import type {
  BulkPreviewDto,
  BulkRefusalDto,
  BulkResultDto,
  BulkUndoneDto,
} from './admin-tickets/dto/bulk-result.dto.js';
import type { BulkTicketChangeDto, BulkTicketsDto } from './admin-tickets/dto/bulk-tickets.dto.js';
import type {
  ExportTicketsQuery,
  ListAdminTicketsQuery,
} from './admin-tickets/dto/list-admin-tickets.query.js';
import type { DownloadLinkDto, RequestDownloadDto } from './downloads/dto/download.dto.js';
import type { Check, Same } from './contract-check.js';

type ExportQuery = Omit<contracts.AdminTicketListQuery, 'limit' | 'cursor'>;

/** The same as `contract-check.ts`, for the admin area. */
export type AdminContractsHold = Check<{
  AdminUpdateUserRequest: Same<AdminUpdateUserDto, contracts.AdminUpdateUserRequest>;
  AdminUser: Same<AdminUserDto, contracts.AdminUser>;
  AdminUserDetail: Same<AdminUserDetailDto, contracts.AdminUserDetail>;
  AdminUserListQuery: Same<ListAdminUsersQuery, contracts.AdminUserListQuery>;
  AuditChange: Same<AuditChangeDto, contracts.AuditChange>;
  AuditEntry: Same<AuditEntryDto, contracts.AuditEntry>;
  AuditLogQuery: Same<ReadAuditLogQuery, contracts.AuditLogQuery>;
  AuditObject: Same<AuditObjectDto, contracts.AuditObject>;
  InviteUserRequest: Same<InviteUserDto, contracts.InviteUserRequest>;
  TagListQuery: Same<ListTagsQuery, contracts.TagListQuery>;
  TagView: Same<TagDto, contracts.TagView>;
  TagList: Same<TagListDto, contracts.TagList>;
  TagRef: Same<TagRefDto, contracts.TagRef>;
  CreateTagRequest: Same<CreateTagDto, contracts.CreateTagRequest>;
  UpdateTagRequest: Same<UpdateTagDto, contracts.UpdateTagRequest>;
  TemplateListQuery: Same<ListTemplatesQuery, contracts.TemplateListQuery>;
  TemplateView: Same<TemplateDto, contracts.TemplateView>;
  TemplateList: Same<TemplateListDto, contracts.TemplateList>;
  TicketTemplate: Same<TicketTemplateDto, contracts.TicketTemplate>;
  TicketTemplateList: Same<TicketTemplateListDto, contracts.TicketTemplateList>;
  CreateTemplateRequest: Same<CreateTemplateDto, contracts.CreateTemplateRequest>;
  ReorderTemplatesRequest: Same<ReorderTemplatesDto, contracts.ReorderTemplatesRequest>;
  UpdateTemplateRequest: Same<UpdateTemplateDto, contracts.UpdateTemplateRequest>;
  JobView: Same<JobDto, contracts.JobView>;
  RetriedJobs: Same<RetriedJobsDto, contracts.RetriedJobs>;
  RetryDeadJobsRequest: Same<RetryDeadJobsDto, contracts.RetryDeadJobsRequest>;
  JobListQuery: Same<ListJobsQuery, contracts.JobListQuery>;
  AdminTicket: Same<AdminTicketDto, contracts.AdminTicket>;
  AdminTicketListQuery: Same<ListAdminTicketsQuery, contracts.AdminTicketListQuery>;
  AdminTicketExportQuery: Same<ExportTicketsQuery, ExportQuery>;
  BulkPreview: Same<BulkPreviewDto, contracts.BulkPreview>;
  BulkRefusal: Same<BulkRefusalDto, contracts.BulkRefusal>;
  BulkResult: Same<BulkResultDto, contracts.BulkResult>;
  BulkTicketChange: Same<BulkTicketChangeDto, contracts.BulkTicketChange>;
  BulkTicketsRequest: Same<BulkTicketsDto, contracts.BulkTicketsRequest>;
  BulkUndone: Same<BulkUndoneDto, contracts.BulkUndone>;
  DownloadLink: Same<DownloadLinkDto, contracts.DownloadLink>;
  DownloadRequest: Same<RequestDownloadDto, contracts.DownloadRequest>;
}>;
