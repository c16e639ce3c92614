/*
 * Every table once, for both engines (model, section 6). Ids are text made by the application, days are `YYYY-MM-DD`,
 * instants ISO UTC; nothing is numbered or dated by the database. The table `search` is in the dialect.
 */
export * from './schema/desk'
export * from './schema/drafts'
export * from './schema/editions'
export * from './schema/events'
export * from './schema/lists'
export * from './schema/people'
export * from './schema/porting'
export * from './schema/signing'
export * from './schema/wire'
