package org.imprimatur.posts;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people are warned about other posts on the same account.
 *
 * @param sameTextWithin how far back the same text is looked for
 * @param crowdedWithin how near another slot may be without a warning
 */
@ConfigurationProperties("imprimatur.posts")
record SlotWarningPeriods(@DefaultValue("30d") Duration sameTextWithin, @DefaultValue("60m") Duration crowdedWithin) {
}
