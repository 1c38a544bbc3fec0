import type * as contracts from '@ticketing/contracts';
import type {
  ChangePasswordDto,
  ForgotPasswordDto,
  ResetPasswordDto,
  VerifyEmailDto,
} from './auth/dto/password.dto.js';
import type { SessionInfoDto, SessionListDto } from './auth/dto/session-info.dto.js';
import type {
  DisableTwoFactorDto,
  RecoveryCodesDto,
  TwoFactorCodeDto,
  TwoFactorSetupDto,
} from './auth/dto/two-factor.dto.js';
import type { UpdateUserDto, UserDto } from './users/dto/user.dto.js';
import type { LoginDto, RefreshDto, RegisterDto } from './auth/dto/credentials.dto.js';
import type { SessionDto } from './auth/dto/session.dto.js';
import type { AddCommentDto } from './comments/dto/add-comment.dto.js';
import type { ClientLogDto } from './client-logs/dto/client-log.dto.js';
import type { AdminCommentDto, UpdateCommentDto } from './comments/dto/admin-comment.dto.js';
import type { CommentAbilitiesDto, CommentDto, CommentSourceDto } from './comments/dto/comment.dto.js';
import type { ListAdminCommentsQuery } from './comments/dto/list-admin-comments.query.js';
import type { AcceptMailDto } from './inbound-mail/dto/accept-mail.dto.js';
import type {
  InboundMailAttachmentDto,
  InboundMailDto,
  InboundMailHeadersDto,
  InboundMailReceiptDto,
  InboundMailSummaryDto,
} from './inbound-mail/dto/inbound-mail.dto.js';
import type { ListMailsQuery } from './inbound-mail/dto/list-mails.query.js';
import type {
  IntegrationCallDto,
  IntegrationRequestDto,
  IntegrationTestResultDto,
} from './integrations/dto/integration-call.dto.js';
import type {
  CreateIntegrationDto,
  IntegrationDto,
  IntegrationListDto,
  IntegrationWithSecretDto,
  UpdateIntegrationDto,
} from './integrations/dto/integration.dto.js';
import type {
  JiraIssueDto,
  JiraIssueListDto,
  RequestJiraIssueDto,
} from './integrations/dto/jira-issue.dto.js';
import type { HealthDto } from './platform/health/health.dto.js';
import type {
  NotificationDto,
  NotifiedTicketDto,
  UnreadCountDto,
} from './notifications/dto/notification.dto.js';
import type {
  NotificationPreferenceDto,
  NotificationPreferencesDto,
  UpdateNotificationPreferencesDto,
} from './notifications/dto/preferences.dto.js';
import type { ReadAllDto } from './notifications/dto/read-all.dto.js';
import type { ReadTicketNotificationsDto } from './notifications/dto/read-ticket-notifications.dto.js';
import type { TicketMuteDto } from './notifications/dto/ticket-mute.dto.js';
import type { ProblemDto, ProblemFieldDto } from './platform/http/problem.dto.js';
import type { LookUpRatingDto, RateByLinkDto, RateTicketDto } from './ratings/dto/rate.dto.js';
import type { RatingDto, RatingInvitationDto, TicketRatingDto } from './ratings/dto/rating.dto.js';
import type { AgentStatsDto, AgentStatsListDto } from './stats/dto/agent-stats.dto.js';
import type { ComparedDto } from './stats/dto/compared.dto.js';
import type { ReadStatsQuery } from './stats/dto/read-stats.query.js';
import type {
  AssigneeTotalDto,
  CategoryTotalDto,
  PriorityTotalDto,
  StatsNowDto,
  StatusTotalDto,
} from './stats/dto/stats-now.dto.js';
import type {
  BacklogGroupDto,
  StatsBacklogDto,
  StatsDayDto,
  StatsDefinitionDto,
  StatsDurationsDto,
  StatsPeriodDto,
  StatsReconciliationDto,
  StatsSatisfactionDto,
} from './stats/dto/stats-parts.dto.js';
import type {
  CreatedByStatusDto,
  FlowByCategoryDto,
  FlowByPriorityDto,
  TicketStatsDto,
} from './stats/dto/ticket-stats.dto.js';
import type { CreateTicketDto } from './tickets/dto/create-ticket.dto.js';
import type { ListTicketsQuery } from './tickets/dto/list-tickets.query.js';
import type { TicketAbilitiesDto } from './tickets/dto/ticket-abilities.dto.js';
import type { LatestCommentDto, TicketSummaryDto } from './tickets/dto/ticket-summary.dto.js';
import type { TicketCountsDto, TicketDto } from './tickets/dto/ticket.dto.js';
import type { UpdateStatusDto } from './tickets/dto/update-status.dto.js';
import type { UpdateTicketDto } from './tickets/dto/update-ticket.dto.js';
import type { FieldChangeDto, NotedMailDto, TimelineEntryDto } from './timeline/dto/timeline-entry.dto.js';
import type { AccountAbilitiesDto, MeDto, UpdateMeDto } from './users/dto/me.dto.js';
import type { UserRefDto } from './users/dto/user-ref.dto.js';

/*
 * Proves at compile time that each DTO class and its contract have the same fields, optional in the same places.
 * `implements` alone misses forgotten optional fields and extra ones.
 */

/** Fields with their optionality, without their types (nested DTOs are checked on their own). */
type Shape<T> = { [Field in keyof T]: unknown };
export type Same<A, B> =
  (<T>() => T extends Shape<A> ? 1 : 2) extends <T>() => T extends Shape<B> ? 1 : 2 ? true : never;

export type Check<Pairs extends Record<string, true>> = Pairs;

export type ContractsHold = Check<{
  AccountAbilities: Same<AccountAbilitiesDto, contracts.AccountAbilities>;
  AddCommentRequest: Same<AddCommentDto, contracts.AddCommentRequest>;
  ClientLogRequest: Same<ClientLogDto, contracts.ClientLogRequest>;
  AdminComment: Same<AdminCommentDto, contracts.AdminComment>;
  AdminCommentListQuery: Same<ListAdminCommentsQuery, contracts.AdminCommentListQuery>;
  CommentAbilities: Same<CommentAbilitiesDto, contracts.CommentAbilities>;
  CommentSource: Same<CommentSourceDto, contracts.CommentSource>;
  CommentView: Same<CommentDto, contracts.CommentView>;
  ReadTicketNotificationsRequest: Same<ReadTicketNotificationsDto, contracts.ReadTicketNotificationsRequest>;
  UpdateCommentRequest: Same<UpdateCommentDto, contracts.UpdateCommentRequest>;
  CreateTicketRequest: Same<CreateTicketDto, contracts.CreateTicketRequest>;
  FieldChange: Same<FieldChangeDto, contracts.FieldChange>;
  AcceptMailRequest: Same<AcceptMailDto, contracts.AcceptMailRequest>;
  InboundMailAttachment: Same<InboundMailAttachmentDto, contracts.InboundMailAttachment>;
  InboundMailHeaders: Same<InboundMailHeadersDto, contracts.InboundMailHeaders>;
  InboundMailListQuery: Same<ListMailsQuery, contracts.InboundMailListQuery>;
  InboundMailReceipt: Same<InboundMailReceiptDto, contracts.InboundMailReceipt>;
  InboundMailSummary: Same<InboundMailSummaryDto, contracts.InboundMailSummary>;
  InboundMailView: Same<InboundMailDto, contracts.InboundMailView>;
  HealthView: Same<HealthDto, contracts.HealthView>;
  CreateIntegrationRequest: Same<CreateIntegrationDto, contracts.CreateIntegrationRequest>;
  IntegrationCallView: Same<IntegrationCallDto, contracts.IntegrationCallView>;
  IntegrationList: Same<IntegrationListDto, contracts.IntegrationList>;
  IntegrationRequest: Same<IntegrationRequestDto, contracts.IntegrationRequest>;
  IntegrationTestResult: Same<IntegrationTestResultDto, contracts.IntegrationTestResult>;
  IntegrationView: Same<IntegrationDto, contracts.IntegrationView>;
  IntegrationWithSecret: Same<IntegrationWithSecretDto, contracts.IntegrationWithSecret>;
  JiraIssueList: Same<JiraIssueListDto, contracts.JiraIssueList>;
  JiraIssueView: Same<JiraIssueDto, contracts.JiraIssueView>;
  RequestJiraIssueRequest: Same<RequestJiraIssueDto, contracts.RequestJiraIssueRequest>;
  UpdateIntegrationRequest: Same<UpdateIntegrationDto, contracts.UpdateIntegrationRequest>;
  LatestComment: Same<LatestCommentDto, contracts.LatestComment>;
  LoginRequest: Same<LoginDto, contracts.LoginRequest>;
  Me: Same<MeDto, contracts.Me>;
  NotedMail: Same<NotedMailDto, contracts.NotedMail>;
  NotificationPreference: Same<NotificationPreferenceDto, contracts.NotificationPreference>;
  NotificationPreferences: Same<NotificationPreferencesDto, contracts.NotificationPreferences>;
  NotificationView: Same<NotificationDto, contracts.NotificationView>;
  NotifiedTicket: Same<NotifiedTicketDto, contracts.NotificationView['ticket']>;
  ReadAllRequest: Same<ReadAllDto, contracts.ReadAllRequest>;
  TicketMute: Same<TicketMuteDto, contracts.TicketMute>;
  UnreadCount: Same<UnreadCountDto, contracts.UnreadCount>;
  UpdateNotificationPreferencesRequest: Same<
    UpdateNotificationPreferencesDto,
    contracts.UpdateNotificationPreferencesRequest
  >;
  Problem: Same<ProblemDto, contracts.Problem>;
  ProblemField: Same<ProblemFieldDto, contracts.ProblemField>;
  RefreshRequest: Same<RefreshDto, contracts.RefreshRequest>;
  RegisterRequest: Same<RegisterDto, contracts.RegisterRequest>;
  SessionView: Same<SessionDto, contracts.SessionView>;
  AgentStats: Same<AgentStatsDto, contracts.AgentStats>;
  AgentStatsList: Same<AgentStatsListDto, contracts.AgentStatsList>;
  AssigneeTotal: Same<AssigneeTotalDto, contracts.AssigneeTotal>;
  BacklogGroup: Same<BacklogGroupDto, contracts.BacklogGroup>;
  CategoryTotal: Same<CategoryTotalDto, contracts.CategoryTotal>;
  Compared: Same<ComparedDto, contracts.Compared>;
  CreatedByStatus: Same<CreatedByStatusDto, contracts.CreatedByStatus>;
  FlowByCategory: Same<FlowByCategoryDto, contracts.FlowByCategory>;
  FlowByPriority: Same<FlowByPriorityDto, contracts.FlowByPriority>;
  PriorityTotal: Same<PriorityTotalDto, contracts.PriorityTotal>;
  StatsBacklog: Same<StatsBacklogDto, contracts.StatsBacklog>;
  StatsDay: Same<StatsDayDto, contracts.StatsDay>;
  StatsDefinition: Same<StatsDefinitionDto, contracts.StatsDefinition>;
  StatsDurations: Same<StatsDurationsDto, contracts.StatsDurations>;
  StatsNow: Same<StatsNowDto, contracts.StatsNow>;
  StatsPeriod: Same<StatsPeriodDto, contracts.StatsPeriod>;
  StatsQuery: Same<ReadStatsQuery, contracts.StatsQuery>;
  StatsReconciliation: Same<StatsReconciliationDto, contracts.StatsReconciliation>;
  StatsSatisfaction: Same<StatsSatisfactionDto, contracts.StatsSatisfaction>;
  StatusTotal: Same<StatusTotalDto, contracts.StatusTotal>;
  TicketStats: Same<TicketStatsDto, contracts.TicketStats>;
  TicketAbilities: Same<TicketAbilitiesDto, contracts.TicketAbilities>;
  TicketCounts: Same<TicketCountsDto, contracts.TicketCounts>;
  TicketListQuery: Same<ListTicketsQuery, contracts.TicketListQuery>;
  TicketSummary: Same<TicketSummaryDto, contracts.TicketSummary>;
  TicketView: Same<TicketDto, contracts.TicketView>;
  TimelineEntry: Same<TimelineEntryDto, contracts.TimelineEntry>;
  UpdateMeRequest: Same<UpdateMeDto, contracts.UpdateMeRequest>;
  UpdateStatusRequest: Same<UpdateStatusDto, contracts.UpdateStatusRequest>;
  UpdateTicketRequest: Same<UpdateTicketDto, contracts.UpdateTicketRequest>;
  ChangePasswordRequest: Same<ChangePasswordDto, contracts.ChangePasswordRequest>;
  ForgotPasswordRequest: Same<ForgotPasswordDto, contracts.ForgotPasswordRequest>;
  ResetPasswordRequest: Same<ResetPasswordDto, contracts.ResetPasswordRequest>;
  VerifyEmailRequest: Same<VerifyEmailDto, contracts.VerifyEmailRequest>;
  SessionInfo: Same<SessionInfoDto, contracts.SessionInfo>;
  SessionList: Same<SessionListDto, contracts.SessionList>;
  DisableTwoFactorRequest: Same<DisableTwoFactorDto, contracts.DisableTwoFactorRequest>;
  RecoveryCodes: Same<RecoveryCodesDto, contracts.RecoveryCodes>;
  TwoFactorCodeRequest: Same<TwoFactorCodeDto, contracts.TwoFactorCodeRequest>;
  TwoFactorSetup: Same<TwoFactorSetupDto, contracts.TwoFactorSetup>;
  LookUpRatingRequest: Same<LookUpRatingDto, contracts.LookUpRatingRequest>;
  RateByLinkRequest: Same<RateByLinkDto, contracts.RateByLinkRequest>;
  RateTicketRequest: Same<RateTicketDto, contracts.RateTicketRequest>;
  Rating: Same<RatingDto, contracts.Rating>;
  RatingInvitation: Same<RatingInvitationDto, contracts.RatingInvitation>;
  TicketRating: Same<TicketRatingDto, contracts.TicketRating>;
  UserView: Same<UserDto, contracts.UserView>;
  UpdateUserRequest: Same<UpdateUserDto, contracts.UpdateUserRequest>;
  UserRef: Same<UserRefDto, contracts.UserRef>;
}>;
