export { nameKeyOf, TagEntity } from './tag.entity.js';
export { unknownTags } from './tag.problems.js';
export { TagsModule } from './tags.module.js';
export { TagsRepository } from './tags.repository.js';
export { TagsService } from './tags.service.js';
export { TagRefDto } from './dto/tag.dto.js';
