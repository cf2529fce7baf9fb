package org.imprimatur.accounts;

import org.springframework.data.annotation.Id;

/**
 * One of the Charity's objects, from its governing document.
 *
 * @param id kebab case
 * @param text the object in words
 * @param demo made up for the demonstration: outside it the application does not start
 * with such a row
 */
public record CharityObject(@Id String id, String text, boolean demo) {
}
