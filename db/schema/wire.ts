import { foreignKey, index, t, table, unique } from '@/db/dialect'
import type { Locale } from '@/lib/model'
import { rhythms } from '@/lib/wire/rhythm'
import { channels, deliveryAbouts, deliveryStates, hookForms, subscriptionStates } from '@/lib/wire/words'

/* The wire (decision 31): who is told of events by mail or webhook, and what is on its way to them. */

/** Who follows what. Of somebody who ends it nothing is kept. */
export const subscriptions = table(
  'subscriptions',
  {
    id: t.id().primaryKey(),
    channel: t.oneOf(channels).notNull(),
    /** In which form a webhook is told; null: a mail. */
    form: t.oneOf(hookForms),
    /** The feed that is followed: its path below the language, and its query. */
    what: t.text().notNull(),
    language: t.text().$type<Locale>().notNull(),
    rhythm: t.oneOf(rhythms).notNull(),
    /** In which the hour of a digest is told. */
    zone: t.text().notNull(),
    state: t.oneOf(subscriptionStates).notNull(),
    /** Why it is paused or has ended, in words for the desk; '' otherwise. */
    because: t.text().notNull(),
    /** Events up to this place are planned or passed over. */
    place: t.int().notNull(),
    /** The address, sealed with the key of this id; '' where it has ended. */
    sealed: t.text().notNull(),
    sealedBy: t.text().notNull(),
    /** A keyed hash of the address, by which a double is found. */
    mark: t.text().notNull(),
    /** What a webhook is signed with, sealed alike; null: a mail. */
    secret: t.text(),
    secretShown: t.bool().notNull(),
    createdAt: t.instant().notNull(),
    /** Who made it at the desk; '' : whoever confirmed it. */
    createdBy: t.id().notNull(),
    confirmedAt: t.instant(),
    /** Whether something that is planned is still to be sent. */
    busy: t.bool().notNull(),
    /** Not looked at before. */
    wakeAt: t.instant().notNull(),
    /** Which node serves it, and until when; '' : none. */
    leasedBy: t.text().notNull(),
    leasedUntil: t.instant().notNull(),
    /** How often in a row its recipient was refused, and how many letters in a row were given up. */
    refusals: t.int().notNull(),
    givenUp: t.int().notNull(),
  },
  (row) => [
    unique('subscriptions_double').on(row.mark, row.what, row.channel),
    index('subscriptions_due').on(row.state, row.wakeAt),
  ],
)

/** What is on its way to a subscriber: one event, or a digest of several. */
export const deliveries = table(
  'deliveries',
  {
    /** What its Message-ID or webhook-id is made of: whoever gets it twice knows it again. */
    id: t.id().primaryKey(),
    subscription: t.id().notNull(),
    about: t.oneOf(deliveryAbouts).notNull(),
    /** The places of the events that it tells. */
    places: t.json<number[]>().notNull(),
    /** In which order it goes out among those of its subscription. */
    number: t.int().notNull(),
    state: t.oneOf(deliveryStates).notNull(),
    attempts: t.int().notNull(),
    nextAt: t.instant().notNull(),
    /** What the last attempt came to, without any address. */
    lastError: t.text().notNull(),
    createdAt: t.instant().notNull(),
    doneAt: t.instant(),
  },
  (row) => [
    foreignKey({
      name: 'deliveries_subscription',
      columns: [row.subscription],
      foreignColumns: [subscriptions.id],
    }).onDelete('cascade'),
    unique('deliveries_in_order').on(row.subscription, row.number),
    index('deliveries_by_state').on(row.state, row.createdAt),
  ],
)
