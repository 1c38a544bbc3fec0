export type { CommentAddedData } from './comment.events.js';
export { CommentReader, sightOf } from './comment-reader.js';
export { CommentSourceEntity } from './comment-source.entity.js';
export { CommentEntity } from './comment.entity.js';
export { CommentsModule } from './comments.module.js';
export { CommentsService, type NewCommentContent } from './comments.service.js';
export { CommentDto } from './dto/comment.dto.js';
export { ListCommentsQuery } from './dto/list-comments.query.js';
