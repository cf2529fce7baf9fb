package org.imprimatur.retention;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code imprimatur.retention}.
 *
 * @param delete whether what is due is deleted each night; without it the page only says
 * what would be
 */
@ConfigurationProperties("imprimatur.retention")
public record RetentionSettings(@DefaultValue("false") boolean delete) {
}
