package org.imprimatur.history;

/**
 * What somebody saw when they did a task.
 *
 * @param because why they were asked; null if that was not kept
 * @param version number of the version they did it on; 0 if there was none
 */
public record Shown(String because, int version) {
}
